package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Asleep;
import dev.wanvideo.transport.Envelope;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the core on a thread of its own, once; those who need it wait for it. */
final class CoreLoader implements Runnable {

    private final Function<McpServerTransportProvider, StatelessHandler> builder;
    private final Asleep asleep;
    private final PreparedAnswers prepared;
    private final Outbox outbox;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile byte @Nullable [] greeting;
    private volatile @Nullable Core core;
    private final AtomicBoolean started = new AtomicBoolean();

    CoreLoader(
            Function<McpServerTransportProvider, StatelessHandler> builder,
            Asleep asleep,
            PreparedAnswers prepared,
            Outbox outbox) {
        this.builder = builder;
        this.asleep = asleep;
        this.prepared = prepared;
        this.outbox = outbox;
    }

    /** Keeps the params of the client's first {@code initialize} for the core. */
    void keepGreeting(byte[] initializeParams) {
        greeting = initializeParams;
    }

    boolean isGreeted() {
        return greeting != null;
    }

    boolean isStarted() {
        return started.get();
    }

    /** The result of a request that needs no core, which then stays asleep; null when it has to be loaded. */
    @Nullable
    String withoutCore(Envelope envelope, byte[] line) {
        String tool = isStarted() ? null : envelope.bareCall(line);
        return tool == null ? null : asleep.result(tool);
    }

    /** Starts loading, if that has not happened. */
    void start() {
        if (!started.getAndSet(true)) {
            Thread thread = new Thread(this, "core");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        try {
            SdkCore loaded = SdkCore.build(builder, prepared, outbox);
            greet(loaded);
            core = loaded;
        } catch (Throwable e) {
            CoreLog.couldNotStart(e);
        } finally {
            done.countDown();
        }
    }

    /** The core, when it has been loaded, greeted with what the client said. */
    Core await() throws InterruptedException, CoreUnavailable {
        done.await();
        Core loaded = core;
        if (loaded == null) {
            throw new CoreUnavailable();
        }
        greet(loaded);
        return loaded;
    }

    /** The core, null while it is not there. */
    @Nullable
    Core now() {
        return core;
    }

    /** Ends the session of a core that is there. */
    void end() {
        Core loaded = core;
        if (loaded != null) {
            loaded.end();
        }
    }

    private void greet(Core loaded) {
        byte[] params = greeting;
        if (params != null) {
            loaded.greet(params);
        }
    }
}
