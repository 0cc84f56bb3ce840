package dev.wanvideo.provider;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds one kind of call at one account to its rate: never more than so many in any minute.
 *
 * <p>Places become free one by one; a few that nobody took are saved up, so that callers who come in handfuls, or a
 * little late, lose none. Whoever finds none is told a time, each a place later than the one before: ten thousand callers
 * come back one after the other, each finds his place free, and two questions each are enough.
 *
 * <p>A told time is no reservation. A place belongs to the first who comes once it is free, so one who never returns
 * holds up nobody, and one who finds his place taken is told another. Places that went to nobody shorten the line of told
 * times by as much, since those who were told them are not coming; after a long silence there is no line any more.
 *
 * <p>Reckons in a time that only goes forward, so a clock that is set changes nothing. Knows the calls of this process
 * alone; where several share an account, the provider's own answers ({@link #block}) hold them.
 */
final class Throttle {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Schedulers bring callers in handfuls once a second or so; places of three seconds take them up. */
    private static final int SAVED_PARTS = 20;

    private static final int FEWEST_SAVED = 2;
    private static final Duration SILENCE = Duration.ofSeconds(10);
    /** Told waits are longer by this part: who comes early, by a clock that runs fast, goes to the end of the line. */
    private static final int SLACK = 1024;

    private static final long MILLISECOND = 1_000_000;

    private final LongSupplier nanoTime;
    private final long start;
    private final long gap;
    private final long saved;

    /** When the place after those taken would be free if none had been saved up. */
    private long next;

    /** The end of the line: the latest place that somebody was told to come for. */
    private long told;

    /**
     * With all places free.
     *
     * @param nanoTime a time in nanoseconds that never goes back, e.g. {@code System::nanoTime}
     */
    Throttle(int perMinute, LongSupplier nanoTime) {
        int most = Math.max(1, perMinute);
        int burst = Math.min(most, Math.max(FEWEST_SAVED, most / SAVED_PARTS));
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        // A minute holds the saved places and those that become free in it; together they must not pass the limit.
        this.gap = MINUTE.toNanos() / (most - burst + 1) + 1;
        this.saved = (burst - 1) * gap;
    }

    /** Takes a place; zero when there is one, else how long to wait before asking again, nothing being taken. */
    synchronized Duration reserve() {
        long now = now();
        long free = next - saved;
        if (free <= now) {
            shorten(now, now - next);
            next = Math.max(next, now) + gap;
            return Duration.ZERO;
        }
        told = Math.max(told + gap, free);
        return comfortable(told - now);
    }

    /** Gives no place for so long; afterwards they come one by one, without any saved up. */
    synchronized void block(Duration time) {
        next = Math.max(next, now() + time.toNanos() + saved);
    }

    private void shorten(long now, long unused) {
        if (unused > 2 * gap + SILENCE.toNanos()) {
            told = now;
        } else if (unused > 0) {
            told -= unused;
        }
    }

    private static Duration comfortable(long nanos) {
        return Duration.ofMillis((nanos + nanos / SLACK) / MILLISECOND + 1);
    }

    private long now() {
        return nanoTime.getAsLong() - start;
    }
}
