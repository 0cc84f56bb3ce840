package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.SdkCalls;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One session on the SDK's core, in memory: what goes in is handled on the calling thread, what comes out is queued. */
final class SdkSession implements McpServerTransportProvider, McpServerTransport {
    private static final JsonMapper JSON = new JsonMapper();

    final BlockingQueue<JsonNode> sent = new LinkedBlockingQueue<>();
    private final JacksonMcpJsonMapper mapper = new JacksonMcpJsonMapper(JSON);
    private McpServerSession.@Nullable Factory factory;
    private @Nullable McpServerSession session;

    /** A session that has been initialised. */
    static SdkSession with(McpFace face) throws IOException {
        return with(face, "test", "{}");
    }

    /** A session with a client of this name that is capable of this. */
    static SdkSession with(McpFace face, String client, String capabilities) throws IOException {
        SdkSession session = new SdkSession();
        face.serve(session);
        session.session = Objects.requireNonNull(session.factory).create(session);
        session.handle("{\"jsonrpc\":\"2.0\",\"id\":\"i\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                + "\"2025-11-25\",\"capabilities\":" + capabilities + ",\"clientInfo\":{\"name\":\"" + client
                + "\",\"version\":\"1\"}}}");
        session.handle("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return session;
    }

    /** Sends a message and waits until it has been dealt with. */
    void handle(String message) throws IOException {
        Objects.requireNonNull(session)
                .handle(McpSchema.deserializeJsonRpcMessage(mapper, message))
                .contextWrite(context -> context.put(McpTransportContext.KEY, SdkCalls.context(Principal.LOCAL)))
                .block();
    }

    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
        try {
            sent.add(JSON.readTree(mapper.writeValueAsString(message)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Mono.empty();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return mapper.convertValue(data, type);
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        this.factory = factory;
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public void close() {}

    @Override
    public List<String> protocolVersions() {
        return List.of("2025-11-25");
    }
}
