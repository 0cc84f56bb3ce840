package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Asleep;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Function;

/**
 * Serves JSON-RPC, one message a line, over one pair of streams until the input ends.
 *
 * <p>A line goes from {@link Inbox} to {@link Router}, which tells the eras apart; {@link LegacySession} or {@link
 * ModernRequests} answers from prepared bytes or begins a {@link Call}, which waits in {@link Calls} for the core that {@link CoreLoader} loads
 * for the first of them; everything leaves through {@link Outbox}. Only {@link SdkCore} and what it uses know the
 * SDK, and nothing before it loads a class of the SDK, of Reactor, of Jackson or of a logger.
 */
public final class StdioServer {

    private final InputStream in;
    private final OutputStream out;
    private final PreparedAnswers prepared;
    private final Function<McpServerTransportProvider, StatelessHandler> core;
    private final Asleep asleep;
    private final Runnable rest;
    private final Duration drain;

    /** A server that lets calls in flight go on for at most three seconds after the input ended. */
    public StdioServer(
            InputStream in,
            OutputStream out,
            PreparedAnswers prepared,
            Function<McpServerTransportProvider, StatelessHandler> core,
            Asleep asleep,
            Runnable rest) {
        this(in, out, prepared, core, asleep, rest, Duration.ofSeconds(3));
    }

    /**
     * @param out not a print stream, which would hide that nobody reads any more; each message is one write
     * @param core builds the SDK's server on the given provider, and what answers the stateless era, with handlers that
     *     run on the thread that calls them and may be interrupted; run at most once, on a background thread
     * @param asleep answers for the core until it is loaded
     * @param rest gives back the memory of calls, when callers pause
     * @param drain how long calls in flight may go on after the input ended
     */
    public StdioServer(
            InputStream in,
            OutputStream out,
            PreparedAnswers prepared,
            Function<McpServerTransportProvider, StatelessHandler> core,
            Asleep asleep,
            Runnable rest,
            Duration drain) {
        this.in = in;
        this.out = out;
        this.prepared = prepared;
        this.core = core;
        this.asleep = asleep;
        this.rest = rest;
        this.drain = drain;
    }

    /**
     * Answers until the input ends, lets calls in flight finish, and returns. Reading happens on a daemon thread,
     * since a read cannot be interrupted when it is the output that broke.
     */
    public void run() {
        Ending ending = new Ending();
        Outbox outbox = new Outbox(out, ending);
        Calls calls = new Calls(outbox);
        CoreLoader loader = new CoreLoader(core, asleep, prepared, outbox);
        LegacySession legacy = new LegacySession(prepared, loader, calls, outbox);
        ModernRequests modern = new ModernRequests(prepared, loader, calls, outbox);
        Router router = new Router(legacy, modern, calls, outbox);
        Thread reader = new Thread(new Inbox(new LineReader(in), router, ending), "stdin");
        reader.setDaemon(true);
        reader.start();
        try {
            new Vigil(loader, calls, asleep, rest, ending).keep();
            calls.drain(drain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            outbox.close();
            calls.interruptAll();
            loader.end();
        }
    }
}
