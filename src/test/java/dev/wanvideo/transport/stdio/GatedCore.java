package dev.wanvideo.transport.stdio;

import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A core whose building waits until it is let go. */
final class GatedCore implements Consumer<McpServerTransportProvider>, AutoCloseable {

    private final Consumer<McpServerTransportProvider> core;
    private final CountDownLatch gate = new CountDownLatch(1);

    GatedCore(Consumer<McpServerTransportProvider> core) {
        this.core = core;
    }

    void open() {
        gate.countDown();
    }

    @Override
    public void accept(McpServerTransportProvider provider) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        core.accept(provider);
    }

    @Override
    public void close() {
        open();
    }
}
