package dev.wanvideo.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The way to one client that reads a stream of events: it takes them as fast as it can, and a few more wait for it. */
final class Outlet {

    /** Events that may wait; a client that is so far behind does not read. */
    private static final int MOST_WAITING = 256;

    private static final byte[] HEARTBEAT = ":\n\n".getBytes(UTF_8);

    private final Sinks.Many<byte[]> frames =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));

    private Runnable onGone = () -> {};
    private boolean over;

    /** Tells what to do when the client goes away while the stream lasts. */
    synchronized void whenGone(Runnable action) {
        onGone = action;
    }

    /** The client went away. */
    void gone() {
        Runnable action;
        synchronized (this) {
            over = true;
            action = onGone;
        }
        action.run();
    }

    /** Sends one event; without effect once the client is gone, was too slow, or the stream has ended. */
    synchronized void send(byte[] frame) {
        if (frames.tryEmitNext(frame) == Sinks.EmitResult.FAIL_OVERFLOW) {
            frames.tryEmitError(new ClientTooSlow());
        }
    }

    /** Shows that the server lives, to the client and to whatever is in between. */
    void beat() {
        send(HEARTBEAT);
    }

    synchronized void end() {
        over = true;
        frames.tryEmitComplete();
    }

    /** Whether nothing reaches the client any more. */
    synchronized boolean isOver() {
        return over;
    }

    /** What goes to the client; to be taken once. */
    Flux<byte[]> frames() {
        return frames.asFlux();
    }

    /** Ends the connection, since a stream that lacks an event is no stream. */
    private static final class ClientTooSlow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClientTooSlow() {
            super("the client does not read its stream", null, false, false);
        }
    }
}
