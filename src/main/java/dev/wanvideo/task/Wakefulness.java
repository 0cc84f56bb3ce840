package dev.wanvideo.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Knows whether this process was away for longer than a lease: asleep with its computer, stopped, or with a clock that
 * was set. Whoever comes back sees the others' signs of life as too old, or as lying in the future, until each of them
 * has given the next one; so for a lease it judges nobody.
 */
final class Wakefulness {
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Duration lease;
    private Instant lastLook;
    private long lastNanos;
    private long awakeSince;

    /** Awake for long. @param nanoTime a time that nobody sets, e.g. {@code System::nanoTime} */
    Wakefulness(Clock clock, LongSupplier nanoTime, Duration lease) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lease = lease;
        this.lastLook = clock.instant();
        this.lastNanos = nanoTime.getAsLong();
        this.awakeSince = lastNanos - lease.toNanos();
    }

    /** Whether this process may call others dead; to be asked more often than once a lease. */
    synchronized boolean judges() {
        Instant now = clock.instant();
        long nanos = nanoTime.getAsLong();
        boolean away = nanos - lastNanos > lease.toNanos()
                || Duration.between(lastLook, now).abs().compareTo(lease) > 0;
        if (away) {
            awakeSince = nanos;
        }
        lastLook = now;
        lastNanos = nanos;
        return nanos - awakeSince >= lease.toNanos();
    }
}
