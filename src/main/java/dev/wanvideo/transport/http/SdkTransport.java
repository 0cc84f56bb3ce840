package dev.wanvideo.transport.http;

import dev.wanvideo.transport.JsonText;
import dev.wanvideo.transport.OpenCall;
import dev.wanvideo.transport.SdkErrors;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** One stream as the SDK sees it; the ids of events are given where they are kept. */
final class SdkTransport implements McpStreamableServerTransport {

    private final Consumer<JSONRPCMessage> messages;
    private final McpJsonMapper json;

    private SdkTransport(Consumer<JSONRPCMessage> messages, McpJsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** The stream of one call. */
    static SdkTransport of(OpenCall call, McpJsonMapper json) {
        return new SdkTransport(message -> send(call, message, json), json);
    }

    /** A stream that belongs to no call. */
    static SdkTransport of(Events events, McpJsonMapper json) {
        return new SdkTransport(message -> events.send(JsonText.of(json, message)), json);
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> messages.accept(message));
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message, String messageId) {
        return sendMessage(message);
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    /** A stream ends with the answer of its call, or with its session. */
    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    private static void send(OpenCall call, JSONRPCMessage message, McpJsonMapper json) {
        if (!(message instanceof JSONRPCResponse response)) {
            call.tell(JsonText.of(json, message));
        } else if (response.error() == null) {
            call.answer(JsonText.of(json, response.result()));
        } else {
            call.refuse(response.error().code(), JsonText.of(json, SdkErrors.tellable(response.error())));
        }
    }
}
