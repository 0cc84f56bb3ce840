package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.HandClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ClockWatchTest {
    private final HandClock clock = new HandClock();
    private final AtomicLong nanos = new AtomicLong();
    private final ClockWatch watch = new ClockWatch(clock, nanos::get);

    @Test
    void noticesAClockThatWasSetBackOnce() {
        assertThat(watch.setBack()).isFalse();
        clock.move(Duration.ofMinutes(-1));
        assertThat(watch.setBack()).isTrue();
        assertThat(watch.setBack()).isFalse();
    }

    @Test
    void takesTimeThatPassesAndSleepAndTriflesForWhatTheyAre() {
        clock.move(Duration.ofMinutes(1));
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(watch.setBack()).isFalse();
        clock.move(Duration.ofHours(8));
        assertThat(watch.setBack()).isFalse();
        clock.move(Duration.ofSeconds(-1));
        assertThat(watch.setBack()).isFalse();
    }
}
