package dev.wanvideo.task;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many at once and no more. Whoever finds no place is told when to come again, each a little later than the one before:
 * thousands come back one after the other and not all at once, some more of them than places become free.
 *
 * <p>A told time is no reservation. A place belongs to the first who comes, and who comes in vain goes to the end of the
 * line.
 */
final class Places {
    private static final long SOONEST = Duration.ofMillis(250).toNanos();
    private static final long CLOSEST = Duration.ofMillis(5).toNanos();
    private static final long FARTHEST = Duration.ofMillis(250).toNanos();
    /** So many come for each place that becomes free, since some told times are of processes that are gone. */
    private static final int WANTED = 4;
    /** A place that becomes free counts with this part among those before it. */
    private static final int MEMORY = 4;

    private final LongSupplier nanoTime;
    private final long start;
    private int free;

    /** The time between two places that become free, as it lately was. */
    private long turn = WANTED * CLOSEST;

    private long left;
    /** The end of the line. */
    private long told;

    /** @param nanoTime a time in nanoseconds that never goes back, e.g. {@code System::nanoTime} */
    Places(int count, LongSupplier nanoTime) {
        this.free = count;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Whether there was a place, which {@link #leave} gives back. */
    synchronized boolean enter() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    synchronized void leave() {
        free++;
        long now = now();
        turn += (Math.min(now - left, WANTED * FARTHEST) - turn) / MEMORY;
        left = now;
    }

    /** When to come again after there was no place. */
    synchronized Next later() {
        long now = now();
        long gap = Math.max(CLOSEST, Math.min(turn / WANTED, FARTHEST));
        told = Math.max(told + gap, now + SOONEST);
        return new Next.Again(Duration.ofNanos(told - now));
    }

    private long now() {
        return nanoTime.getAsLong() - start;
    }
}
