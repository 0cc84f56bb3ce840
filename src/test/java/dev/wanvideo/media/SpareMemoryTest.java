package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SpareMemoryTest {
    private static final Duration QUIET = Duration.ofMillis(40);

    private final LinkedBlockingQueue<Long> times = new LinkedBlockingQueue<>();

    @Test
    void handsBackTwiceWhenTheLastWorkIsOver() throws InterruptedException {
        SpareMemory memory = new SpareMemory(QUIET, () -> times.add(System.nanoTime()));
        SpareMemory.Use first = memory.use();
        SpareMemory.Use second = memory.use();
        first.close();
        assertThat(times.poll(4 * QUIET.toMillis(), TimeUnit.MILLISECONDS))
                .as("while the second goes on")
                .isNull();
        long end = System.nanoTime();
        second.close();
        assertThat(next() - end).isGreaterThanOrEqualTo(QUIET.toNanos());
        assertThat(next() - end).isGreaterThanOrEqualTo(2 * QUIET.toNanos());
        assertThat(times.poll(4 * QUIET.toMillis(), TimeUnit.MILLISECONDS))
                .as("once more")
                .isNull();
        memory.use().close();
        next();
        next();
    }

    private long next() throws InterruptedException {
        Long time = times.poll(1, TimeUnit.MINUTES);
        assertThat(time).as("handed back").isNotNull();
        return time;
    }
}
