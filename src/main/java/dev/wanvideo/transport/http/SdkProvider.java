package dev.wanvideo.transport.http;

import dev.wanvideo.transport.ProtocolVersions;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the SDK's server finds its transport: a session of its own for each client. */
final class SdkProvider implements McpStreamableServerTransportProvider {

    private final Supplier<Stream<Session>> sessions;
    private McpStreamableServerSession.@Nullable Factory factory;

    SdkProvider(Supplier<Stream<Session>> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void setSessionFactory(McpStreamableServerSession.Factory sessionFactory) {
        factory = sessionFactory;
    }

    McpStreamableServerSession start(InitializeRequest request) {
        if (factory == null) {
            throw new IllegalStateException("no server was built on the transport");
        }
        return factory.startSession(request).session();
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return Flux.fromStream(sessions.get())
                .flatMap(session -> session.sdk().sendNotification(method, params))
                .then();
    }

    @Override
    public Mono<Void> notifyClient(String sessionId, String method, Object params) {
        return Flux.fromStream(sessions.get().filter(session -> session.id().equals(sessionId)))
                .flatMap(session -> session.sdk().sendNotification(method, params))
                .then();
    }

    /** The server ends the transport, not the SDK. */
    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public List<String> protocolVersions() {
        return ProtocolVersions.all();
    }
}
