package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A core whose building waits until it is let go. */
final class GatedCore implements Function<McpServerTransportProvider, StatelessHandler>, AutoCloseable {

    private final Function<McpServerTransportProvider, StatelessHandler> core;
    private final CountDownLatch gate = new CountDownLatch(1);

    GatedCore(Function<McpServerTransportProvider, StatelessHandler> core) {
        this.core = core;
    }

    void open() {
        gate.countDown();
    }

    @Override
    public StatelessHandler apply(McpServerTransportProvider provider) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return core.apply(provider);
    }

    @Override
    public void close() {
        open();
    }
}
