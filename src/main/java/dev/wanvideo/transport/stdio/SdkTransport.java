package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.io.IOException;
import reactor.core.publisher.Mono;

/** Writes what the SDK's session sends: responses through the call they belong to, the rest as they are. */
final class SdkTransport implements McpServerTransport {

    private final Outbox outbox;
    private final McpJsonMapper json;

    SdkTransport(Outbox outbox, McpJsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        if (message instanceof JSONRPCResponse response) {
            return Mono.deferContextual(context -> {
                context.<Call>getOrEmpty(Call.class).ifPresent(call -> respond(call, response));
                return Mono.empty();
            });
        }
        return Mono.fromRunnable(() -> outbox.send(serialize(message, "\n")));
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /** A response without a call is the SDK's own answer to the initialize that it was told of afterwards. */
    private void respond(Call call, JSONRPCResponse response) {
        if (response.error() == null) {
            call.answer(serialize(response.result(), ""));
        } else {
            call.refuse(serialize(SdkErrors.tellable(response.error()), ""));
        }
    }

    /** Goes through a string, in which half of a surrogate pair does no harm; as bytes it could not be written. */
    private byte[] serialize(Object value, String end) {
        try {
            return (json.writeValueAsString(value) + end).getBytes(UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
