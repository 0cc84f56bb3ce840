package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One allowance of time, shared by all that a fetch has to wait for. */
final class Deadline {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(250);

    private final long end;
    private final String whenOver;

    private Deadline(long end, String whenOver) {
        this.end = end;
        this.whenOver = whenOver;
    }

    /** Starts now. */
    static Deadline in(Duration time, String whenOver) {
        return new Deadline(System.nanoTime() + time.toNanos(), whenOver);
    }

    /** Waits for a value; when the time is up or the thread is interrupted, whatever makes it is cancelled. */
    <T> T await(CompletableFuture<T> value) throws FetchProblem, InterruptedException {
        return await(value, () -> {});
    }

    /** The same, with something that this thread does now and then meanwhile. */
    <T> T await(CompletableFuture<T> value, Runnable meanwhile) throws FetchProblem, InterruptedException {
        try {
            while (true) {
                try {
                    return value.get(Math.max(0, Math.min(TICK, end - System.nanoTime())), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (System.nanoTime() - end >= 0) {
                        throw new FetchProblem(Kind.TIMEOUT, whenOver);
                    }
                    meanwhile.run();
                }
            }
        } catch (ExecutionException e) {
            throw Troubles.inWords(e.getCause() == null ? e : e.getCause());
        } finally {
            value.cancel(true);
        }
    }
}
