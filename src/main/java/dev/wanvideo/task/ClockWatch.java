package dev.wanvideo.task;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Notices that the clock was set back, by a clock that nobody sets. */
final class ClockWatch {
    private static final Duration TRIFLE = Duration.ofSeconds(2);

    private final Clock clock;
    private final LongSupplier nanos;
    private long ahead;

    ClockWatch(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.ahead = aheadNow();
    }

    /** Whether it was since the last call. */
    synchronized boolean setBack() {
        long before = ahead;
        ahead = aheadNow();
        return ahead < before - TRIFLE.toMillis();
    }

    private long aheadNow() {
        return clock.millis() - nanos.getAsLong() / 1_000_000;
    }
}
