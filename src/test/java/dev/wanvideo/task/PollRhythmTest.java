package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class PollRhythmTest {
    private static final Duration USUAL = Duration.ofSeconds(100);
    /** No jitter: the middle of the range. */
    private static final RandomGenerator MIDDLE = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return 0.5;
        }
    };

    private final PollRhythm rhythm = new PollRhythm(Optional.empty(), MIDDLE);

    @Test
    void theFirstLookIsAtSixTenthsOfTheUsualTime() {
        assertThat(rhythm.next(Duration.ZERO, USUAL)).isEqualTo(Duration.ofSeconds(60));
        assertThat(rhythm.next(Duration.ofSeconds(20), USUAL)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void looksMoreOftenTowardsTheUsualEndAndThenMoreRarely() {
        List<Duration> before = gaps(60, 70, 80, 90, 100);
        List<Duration> after = gaps(100, 150, 200, 300);
        assertThat(before).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(after).isSorted();
        assertThat(before.get(4)).isEqualTo(Duration.ofSeconds(5));
    }

    private List<Duration> gaps(int... elapsed) {
        List<Duration> gaps = new ArrayList<>();
        for (int seconds : elapsed) {
            gaps.add(rhythm.next(Duration.ofSeconds(seconds), USUAL));
        }
        return gaps;
    }

    @Test
    void staysWithinItsBoundsWhateverTheJitter() {
        PollRhythm jittering = new PollRhythm(Optional.empty(), new Random(7));
        for (int elapsed = 60; elapsed < 999; elapsed++) {
            assertThat(jittering.next(Duration.ofSeconds(elapsed), USUAL))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(60));
        }
        assertThat(jittering.next(Duration.ofMillis(900), Duration.ofSeconds(1)))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(jittering.next(Duration.ofHours(9), USUAL))
                .isBetween(Duration.ofSeconds(200), Duration.ofMinutes(5));
    }

    @Test
    void noTwoTasksLookAtTheSameMoment() {
        PollRhythm jittering = new PollRhythm(Optional.empty(), new Random(7));
        List<Duration> first = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            first.add(jittering.next(Duration.ZERO, USUAL));
        }
        assertThat(first).doesNotHaveDuplicates();
        assertThat(first)
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66)));
    }

    @Test
    void aClockThatWasSetBackMakesNobodyWaitLongerThanFromTheBeginning() {
        assertThat(rhythm.next(Duration.ofHours(-1), USUAL)).isEqualTo(Duration.ofSeconds(60));
        assertThat(rhythm.next(Duration.ZERO, Duration.ofDays(2))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aFixedGapStandsInForAllOfIt() {
        PollRhythm fixed = new PollRhythm(Optional.of(Duration.ofSeconds(3)), MIDDLE);
        assertThat(fixed.next(Duration.ZERO, USUAL)).isEqualTo(Duration.ofSeconds(3));
        assertThat(fixed.next(Duration.ofHours(9), USUAL)).isEqualTo(Duration.ofSeconds(3));
    }
}
