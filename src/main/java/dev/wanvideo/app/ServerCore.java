package dev.wanvideo.app;

import dev.wanvideo.mcp.McpFace;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands behind the first answers: built once when the transport asks for it, closed once at the end. */
final class ServerCore implements Function<McpServerTransportProvider, StatelessHandler>, Runnable {
    private final String[] args;
    private @Nullable Assembly assembly;

    ServerCore(String[] args) {
        this.args = args.clone();
    }

    /** Of objects that somebody built already. */
    ServerCore(Assembly built) {
        this.args = new String[0];
        this.assembly = built;
    }

    @Override
    public StatelessHandler apply(McpServerTransportProvider transport) {
        return serve((face, handler) -> new SdkOnDemand(handler, () -> face.serve(transport)));
    }

    /** The same for a transport with a session for each client, each of which is the SDK's from its beginning. */
    StatelessHandler applyStreamable(McpStreamableServerTransportProvider transport) {
        return serve((face, handler) -> {
            face.serve(transport);
            return handler;
        });
    }

    private synchronized StatelessHandler serve(BiFunction<McpFace, StatelessHandler, StatelessHandler> transport) {
        Assembly built = assembly == null ? assembled() : assembly;
        assembly = built;
        built.openStoreBehind();
        McpFace face = new McpFace(built.studio());
        return transport.apply(face, face.stateless(Clock.systemUTC()));
    }

    private Assembly assembled() {
        Settings settings = SettingsReader.forProcess(args);
        Logging.configure(settings);
        settings.problems().forEach(System.err::println);
        return new Assembly(settings);
    }

    /** Closes what was built; a render in progress goes back to the queue for the next process. */
    @Override
    public synchronized void run() {
        Assembly built = assembly;
        assembly = null;
        if (built != null) {
            built.close();
        }
    }
}
