package dev.wanvideo.app;

import dev.wanvideo.mcp.McpFace;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What stands behind the first answers: built once when the transport asks for it, closed once at the end. */
final class ServerCore implements Consumer<McpServerTransportProvider>, Runnable {
    private final String[] args;
    private @Nullable Assembly assembly;

    ServerCore(String[] args) {
        this.args = args.clone();
    }

    @Override
    public synchronized void accept(McpServerTransportProvider transport) {
        Settings settings = SettingsReader.forProcess(args);
        Logging.configure(settings);
        settings.problems().forEach(System.err::println);
        Assembly built = new Assembly(settings);
        assembly = built;
        new McpFace(built.studio()).serve(transport);
        built.openStoreBehind();
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
