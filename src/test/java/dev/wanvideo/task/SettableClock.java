package dev.wanvideo.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and that somebody sets. */
final class SettableClock extends Clock {
    private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);

    /** A clock that shows this instant right now. */
    static SettableClock showing(Instant now) {
        SettableClock clock = new SettableClock();
        clock.off.set(Duration.between(Instant.now(), now));
        return clock;
    }

    void set(Duration by) {
        off.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(off.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
