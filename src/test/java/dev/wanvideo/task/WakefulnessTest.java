package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.HandClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WakefulnessTest {
    private static final Duration LEASE = Duration.ofSeconds(8);

    private final HandClock clock = new HandClock();
    private final AtomicLong nanos = new AtomicLong();
    private final Wakefulness wakefulness = new Wakefulness(clock, nanos::get, LEASE);

    private void pass(Duration wall, Duration monotonic) {
        clock.move(wall);
        nanos.addAndGet(monotonic.toNanos());
    }

    private void pass(int seconds) {
        pass(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
    }

    @Test
    void judgesFromItsStartAsLongAsItIsAwake() {
        assertThat(wakefulness.judges()).isTrue();
        pass(2);
        assertThat(wakefulness.judges()).isTrue();
        pass(8);
        assertThat(wakefulness.judges()).isTrue();
    }

    @Test
    void judgesNobodyForALeaseAfterItWasStopped() {
        pass(13);
        assertThat(wakefulness.judges()).isFalse();
        pass(7);
        assertThat(wakefulness.judges()).isFalse();
        pass(1);
        assertThat(wakefulness.judges()).isTrue();
    }

    @Test
    void noticesASleepOfTheWholeComputerByTheWallAlone() {
        pass(Duration.ofHours(1), Duration.ofSeconds(1));
        assertThat(wakefulness.judges()).isFalse();
        pass(8);
        assertThat(wakefulness.judges()).isTrue();
    }

    @Test
    void noticesAClockThatWasSetBack() {
        pass(Duration.ofHours(-1), Duration.ofSeconds(1));
        assertThat(wakefulness.judges()).isFalse();
        pass(8);
        assertThat(wakefulness.judges()).isTrue();
    }
}
