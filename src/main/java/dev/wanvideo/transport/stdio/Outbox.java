package dev.wanvideo.transport.stdio;

import java.io.IOException;
import java.io.OutputStream;

/** The one way out: each message is one write under one lock, and nothing else is ever written. */
final class Outbox {

    private final OutputStream out;
    private final Runnable onBroken;
    private volatile boolean closed;

    /** @param onBroken told once, when nobody reads the stream any more */
    Outbox(OutputStream out, Runnable onBroken) {
        this.out = out;
        this.onBroken = onBroken;
    }

    /** Writes one message that ends with its line end; does nothing once the stream is closed. */
    synchronized void send(byte[] message) {
        if (closed) {
            return;
        }
        try {
            out.write(message);
            out.flush();
        } catch (IOException e) {
            closed = true;
            onBroken.run();
        }
    }

    /** Keeps later messages back. It takes no lock: a writer may be stuck in a pipe that nobody empties. */
    void close() {
        closed = true;
    }
}
