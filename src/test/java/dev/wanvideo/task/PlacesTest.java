package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

final class PlacesTest {
    private long now = 1L << 60;
    private final Places places = new Places(2, () -> now);

    @Test
    void givesNoMoreThanThereAre() {
        assertThat(places.enter()).isTrue();
        assertThat(places.enter()).isTrue();
        assertThat(places.enter()).isFalse();
        places.leave();
        assertThat(places.enter()).isTrue();
        assertThat(places.enter()).isFalse();
    }

    @Test
    void tellsEachALaterTimeThanTheOneBefore() {
        long before = wait(places.later());
        assertThat(before).isEqualTo(250);
        for (int i = 0; i < 100; i++) {
            long wait = wait(places.later());
            assertThat(wait - before).isBetween(5L, 250L);
            before = wait;
        }
    }

    @Test
    void hasNoLineAfterASilence() {
        for (int i = 0; i < 100; i++) {
            places.later();
        }
        now += Duration.ofMinutes(10).toNanos();
        assertThat(wait(places.later())).isEqualTo(250);
    }

    @Test
    void thousandsInLineComeSeldomAndLeaveNoPlaceEmpty() {
        assertThat(asked(2_000, 1_000)).isBetween(1_000.0, 1_060.0);
        assertThat(comings).isLessThan(15_000);
    }

    @Test
    void quickPlacesAreFilledQuickly() {
        assertThat(asked(4_000, 30)).isBetween(60.0, 66.0);
        assertThat(comings).isLessThan(24_000);
    }

    private int comings;

    /** Seconds until so many that all came at once had a place each, for so long. */
    private double asked(int many, long holdMillis) {
        long begun = now;
        PriorityQueue<Long> line = new PriorityQueue<>();
        PriorityQueue<Long> inside = new PriorityQueue<>();
        for (int i = 0; i < many; i++) {
            line.add(now);
        }
        while (!line.isEmpty() || !inside.isEmpty()) {
            boolean leaves = !inside.isEmpty() && (line.isEmpty() || inside.peek() <= line.peek());
            now = leaves ? inside.poll() : line.poll();
            if (leaves) {
                places.leave();
            } else if (++comings > 0 && places.enter()) {
                inside.add(now + Duration.ofMillis(holdMillis).toNanos());
            } else {
                line.add(now + Duration.ofMillis(wait(places.later())).toNanos());
            }
        }
        return (now - begun) / 1e9;
    }

    private static long wait(Next next) {
        return ((Next.Again) next).after().toMillis();
    }
}
