package dev.wanvideo.transport.http;

import org.jspecify.annotations.Nullable;

/**
 * One stream of a session: its messages are numbered from 1, kept for a while, and go to the client's newest
 * connection, or wait for it. Everything happens under the lock of the log.
 */
final class EventStream implements Events {

    private final EventLog log;
    private final long number;
    private long last;
    private long lastSent;
    private long lastForgotten;
    private boolean ended;
    private @Nullable Outlet outlet;

    EventStream(EventLog log, long number) {
        this.log = log;
        this.number = number;
    }

    long number() {
        return number;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void send(byte[] message) {
        synchronized (log) {
            if (ended) {
                return;
            }
            last++;
            log.keep(this, last, message);
            if (outlet != null) {
                outlet.send(Frame.of(id(last), message));
                lastSent = last;
            }
        }
    }

    @Override
    public void end() {
        synchronized (log) {
            ended = true;
            detach();
            log.tidy(this);
        }
    }

    /** Goes to this connection from now on, with what has gone to none; a former connection ends. */
    void goTo(Outlet newer) {
        synchronized (log) {
            goOn(newer, lastSent);
        }
    }

    /** Tells the client first where it can go on from. */
    void goToPrimed(Outlet newer, long retryMillis) {
        synchronized (log) {
            newer.send(Frame.priming(id(lastSent), retryMillis));
            goOn(newer, lastSent);
        }
    }

    /** Goes to this connection from now on, with what came after that event. */
    void goOn(Outlet newer, long after) {
        detach();
        for (EventLog.Kept event : log.of(this)) {
            if (event.number() > after) {
                newer.send(Frame.of(id(event.number()), event.message()));
            }
        }
        lastSent = last;
        if (ended) {
            newer.end();
        } else {
            outlet = newer;
            newer.whenGone(() -> leave(newer));
        }
    }

    boolean canGoOnAfter(long event) {
        return event <= last && event >= lastForgotten;
    }

    /** The connection broke or is not wanted any more; what comes waits for the next. */
    private void leave(Outlet gone) {
        synchronized (log) {
            if (outlet == gone) {
                outlet = null;
            }
        }
    }

    void forget(long event) {
        lastForgotten = Math.max(lastForgotten, event);
    }

    /** Ends the connection, not the stream. */
    private void detach() {
        synchronized (log) {
            if (outlet != null) {
                outlet.end();
                outlet = null;
            }
        }
    }

    boolean isAttached() {
        synchronized (log) {
            return outlet != null;
        }
    }

    private String id(long event) {
        return number + "-" + event;
    }
}
