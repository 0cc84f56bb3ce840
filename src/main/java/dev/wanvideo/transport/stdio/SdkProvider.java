package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.ProtocolVersions;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where the SDK's server finds its transport: one session, made as soon as the server is built. */
final class SdkProvider implements McpServerTransportProvider {

    private final McpServerTransport transport;
    private @Nullable McpServerSession session;

    SdkProvider(McpServerTransport transport) {
        this.transport = transport;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(transport);
    }

    McpServerSession session() {
        if (session == null) {
            throw new IllegalStateException("no server was built on the transport");
        }
        return session;
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return session().sendNotification(method, params);
    }

    /** The streams end the session, not the server. */
    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public List<String> protocolVersions() {
        return ProtocolVersions.all();
    }
}
