package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.JsonText;
import dev.wanvideo.transport.SdkErrors;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerTransport;
import reactor.core.publisher.Mono;

/** Writes what the SDK's session sends: responses through the call they belong to, the rest as they are. */
final class SdkTransport implements McpServerTransport {

    private final Outbox outbox;

    SdkTransport(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        if (message instanceof JSONRPCResponse response) {
            return Mono.deferContextual(context -> {
                context.<Call>getOrEmpty(Call.class).ifPresent(call -> respond(call, response));
                return Mono.empty();
            });
        }
        return Mono.fromRunnable(() -> outbox.send(JsonText.line(SharedJson.mapper(), message)));
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return SharedJson.mapper().convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /** A response without a call is the SDK's own answer to the initialize that it was told of afterwards. */
    private void respond(Call call, JSONRPCResponse response) {
        if (response.error() == null) {
            call.answer(JsonText.of(SharedJson.mapper(), response.result()));
        } else {
            call.refuse(
                    response.error().code(), JsonText.of(SharedJson.mapper(), SdkErrors.tellable(response.error())));
        }
    }
}
