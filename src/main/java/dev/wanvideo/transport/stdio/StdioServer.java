package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.PreparedAnswers;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;

/** Serves JSON-RPC over one pair of streams until the input ends. */
public final class StdioServer {

    private final InputStream in;
    private final OutputStream out;
    private final PreparedAnswers prepared;
    private final Consumer<McpServerTransportProvider> core;
    private final Duration drain;

    /** A server that lets calls in flight finish for at most three seconds after the input ended. */
    public StdioServer(
            InputStream in, OutputStream out, PreparedAnswers prepared, Consumer<McpServerTransportProvider> core) {
        this(in, out, prepared, core, Duration.ofSeconds(3));
    }

    /**
     * @param core builds the SDK server on the given provider; run once, on a background thread, after the first answer
     * @param drain how long calls in flight may go on after the input ended
     */
    public StdioServer(
            InputStream in,
            OutputStream out,
            PreparedAnswers prepared,
            Consumer<McpServerTransportProvider> core,
            Duration drain) {
        this.in = in;
        this.out = out;
        this.prepared = prepared;
        this.core = core;
        this.drain = drain;
    }

    /** Reads messages on the calling thread until the input ends, lets calls in flight finish, and returns. */
    public void run() {
        throw new UnsupportedOperationException(
                "reads " + in + ", writes " + out + ", answers " + prepared + core + drain);
    }
}
