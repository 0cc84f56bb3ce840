package dev.wanvideo.transport.stdio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The requests in flight by their id, whatever their era. */
final class Calls {

    /** More than any client has in flight; past it requests are refused, so that memory stays bounded. */
    static final int MOST = 1024;

    private final Outbox outbox;
    private final Map<String, Call> inFlight = new ConcurrentHashMap<>();
    private final CallPool pool = new CallPool();

    Calls(Outbox outbox) {
        this.outbox = outbox;
    }

    boolean isFull() {
        return inFlight.size() >= MOST;
    }

    /** Begins the call on a thread of the pool; false when a call with this id is in flight. */
    boolean begin(Call call) {
        if (inFlight.putIfAbsent(call.id(), call) != null) {
            return false;
        }
        call.runsAs(pool.submit(call));
        return true;
    }

    /** Interrupts the call with this id, which is then not answered any more. */
    void cancel(String id) {
        Call call = inFlight.remove(id);
        if (call != null) {
            call.interrupt();
        }
    }

    /** Sends the answer unless the call was answered or cancelled before. */
    void finish(Call call, byte[] answer) {
        if (inFlight.remove(call.id(), call)) {
            outbox.send(answer);
        }
    }

    /** True while the call was neither answered nor cancelled. */
    boolean isOpen(Call call) {
        return inFlight.get(call.id()) == call;
    }

    /** Takes no more calls and waits for those in flight to finish; false when they did not in that time. */
    boolean drain(Duration patience) throws InterruptedException {
        pool.shutdown();
        return pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Interrupts what is still running. */
    void interruptAll() {
        pool.shutdownNow();
    }
}
