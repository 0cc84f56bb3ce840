package dev.wanvideo.http;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a request has begun to leave, decided once: by the connection, which says so before the first byte, or by the
 * caller, who gives up. Cancelling alone would not do: a connection may come about while it is being cancelled, and what
 * was called "not sent" would go out after all.
 */
final class Departure {
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /** Asked before the first byte; false when the caller has given up, so that nothing may be written. */
    boolean depart() {
        return state.compareAndSet(State.WAITING, State.GONE);
    }

    /** Gives up; true when nothing has left and nothing will. */
    boolean callOff() {
        return state.compareAndSet(State.WAITING, State.CALLED_OFF) || state.get() == State.CALLED_OFF;
    }

    private enum State {
        WAITING,
        GONE,
        CALLED_OFF
    }
}
