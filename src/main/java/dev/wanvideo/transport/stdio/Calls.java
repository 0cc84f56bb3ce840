package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.CallPool;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The requests in flight by their id, whatever their era. */
final class Calls {

    /** More than any client has in flight; past it requests are refused, so that memory stays bounded. */
    static final int MOST = 1024;

    /** Some calls wait for most of a minute, each on a thread of its own. */
    private static final int MOST_AT_ONCE = 256;

    private final Outbox outbox;
    private final Map<String, Call> inFlight = new ConcurrentHashMap<>();
    private final CallPool pool = new CallPool(MOST_AT_ONCE);
    private final AtomicLong begun = new AtomicLong();

    Calls(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Begins the call, or refuses it. */
    void take(Call call) {
        if (inFlight.size() >= MOST) {
            outbox.send(Answer.error(call.id(), Answer.INTERNAL_ERROR, "Too many requests in flight, at most " + MOST));
        } else if (!begin(call)) {
            outbox.send(Answer.error(call.id(), Answer.INVALID_REQUEST, "A request with this id is in flight"));
        }
    }

    /** Begins the call on a thread of the pool; false when a call with this id is in flight. */
    boolean begin(Call call) {
        if (inFlight.putIfAbsent(call.id(), call) != null) {
            return false;
        }
        begun.incrementAndGet();
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

    /** Sends a notification that belongs to the call, unless it was answered or cancelled before. */
    void tell(Call call, byte[] notification) {
        if (isOpen(call)) {
            outbox.send(notification);
        }
    }

    /** How many calls have begun so far. */
    long begun() {
        return begun.get();
    }

    /** Whether none is in flight. */
    boolean isQuiet() {
        return inFlight.isEmpty();
    }

    /** How many requests listen for changes. */
    int listening() {
        int listening = 0;
        for (Call call : inFlight.values()) {
            listening += call.isListening() ? 1 : 0;
        }
        return listening;
    }

    /** True while the call was neither answered nor cancelled. */
    boolean isOpen(Call call) {
        return inFlight.get(call.id()) == call;
    }

    /**
     * Takes no more calls and waits for those in flight to finish; false when they did not in that time. Those that
     * listen would never finish, so that they are interrupted, upon which they say goodbye.
     */
    boolean drain(Duration patience) throws InterruptedException {
        pool.shutdown();
        for (Call call : inFlight.values()) {
            if (call.isListening()) {
                call.interrupt();
            }
        }
        return pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Interrupts what is still running. */
    void interruptAll() {
        pool.shutdownNow();
    }
}
