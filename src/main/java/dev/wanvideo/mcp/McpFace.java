package dev.wanvideo.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpServerTransportProvider;

/** The server's face: the five tools on the SDK's core. */
public final class McpFace {
    private final Studio studio;

    public McpFace(Studio studio) {
        this.studio = studio;
    }

    /** Answers what comes in through this transport until the transport ends. */
    public void serve(McpServerTransportProvider provider) {
        McpServer.sync(provider).immediateExecution(true).validateToolInputs(false).build();
    }

    Studio studio() {
        return studio;
    }
}
