package dev.wanvideo.transport.http;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.CallPool;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs the calls of both eras away from the threads that serve connections. */
final class CallDesk {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final Room room;
    private final Duration quiet;
    private final ScheduledExecutorService timer;
    private final Set<HttpCall> inFlight = ConcurrentHashMap.newKeySet();
    private final CallPool calls;
    private final CallPool listeners;

    /** @param quiet how long a call may take before its answer becomes a stream */
    CallDesk(Room room, Duration quiet, ScheduledExecutorService timer) {
        this.room = room;
        this.quiet = quiet;
        this.timer = timer;
        this.calls = new CallPool(room.calls());
        this.listeners = new CallPool(room.listeners());
    }

    /**
     * Begins the call.
     *
     * @param onEnd run when its thread is done with it
     * @return why it is not taken, null when it is
     */
    @Nullable
    Reply begin(HttpCall call, Runnable onEnd) {
        ExecutorService pool = call.isListening() ? listeners : calls;
        if (pool.isShutdown()) {
            return new Refusal(503, Answer.INTERNAL_ERROR, "The server is stopping").reply(call.id());
        }
        Reply full = admitted(call);
        if (full != null) {
            return full;
        }
        Future<?> opening = opening(call.reply());
        call.runsAs(pool.submit(() -> {
            try {
                call.run();
            } finally {
                opening.cancel(false);
                inFlight.remove(call);
                onEnd.run();
            }
        }));
        return null;
    }

    /** Without patience it is a stream before the call begins, however quick that is. */
    private Future<?> opening(PostReply reply) {
        if (quiet.isZero()) {
            reply.open();
            return CompletableFuture.completedFuture(null);
        }
        return timer.schedule(reply::open, quiet.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One after another, so that no two take the last place. */
    private synchronized @Nullable Reply admitted(HttpCall call) {
        String kind = call.isListening() ? "subscriptions" : "requests in flight";
        int most = call.isListening() ? room.listeners() : room.calls();
        if (count(call.isListening()) >= most) {
            return new Refusal(503, Answer.INTERNAL_ERROR, "Too many " + kind + ", at most " + most + "; try again")
                    .reply(call.id());
        }
        if (ofOne(call) >= room.ofOne()) {
            return new Refusal(
                            429,
                            Answer.INTERNAL_ERROR,
                            "Too many " + kind + " of yours, at most " + room.ofOne()
                                    + "; try again when one has ended")
                    .reply(call.id())
                    .with("Retry-After", RETRY_AFTER_SECONDS);
        }
        inFlight.add(call);
        return null;
    }

    /** Where nobody is asked who they are, nobody is counted. */
    private long ofOne(HttpCall call) {
        return call.principal().isLocal()
                ? 0
                : inFlight.stream()
                        .filter(other -> other.isListening() == call.isListening()
                                && other.principal().equals(call.principal()))
                        .count();
    }

    /** Takes no more calls, has listeners say goodbye, and waits for the others; what takes longer is interrupted. */
    void drain(Duration patience) throws InterruptedException {
        calls.shutdown();
        listeners.shutdown();
        inFlight.stream().filter(HttpCall::isListening).forEach(HttpCall::interrupt);
        if (!calls.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            inFlight.forEach(HttpCall::interrupt);
            calls.awaitTermination(1, TimeUnit.SECONDS);
        }
        listeners.awaitTermination(1, TimeUnit.SECONDS);
        calls.shutdownNow();
        listeners.shutdownNow();
    }

    int calls() {
        return count(false);
    }

    int listeners() {
        return count(true);
    }

    private int count(boolean listening) {
        return (int) inFlight.stream()
                .filter(call -> call.isListening() == listening)
                .count();
    }
}
