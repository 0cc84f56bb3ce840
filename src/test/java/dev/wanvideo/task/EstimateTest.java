package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EstimateTest {
    private static final Instant BEGUN = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void followsThePaceSeenSoFar() {
        assertThat(left(TaskStatus.RUNNING, 25, 10)).contains(30);
    }

    @Test
    void takesTheUsualTimeUntilThereIsAPace() {
        assertThat(left(TaskStatus.QUEUED, 0, 0)).contains(60);
        assertThat(left(TaskStatus.RUNNING, 1, 20)).contains(40);
    }

    @Test
    void neverSaysThatNothingIsLeftBeforeTheEnd() {
        assertThat(left(TaskStatus.RUNNING, 0, 500)).contains(1);
        assertThat(left(TaskStatus.RUNNING, 99, 1)).contains(1);
    }

    @Test
    void isSilentWhereNothingIsToComeOrNobodyKnows() {
        assertThat(left(TaskStatus.SUCCEEDED, 100, 5)).isEmpty();
        assertThat(left(TaskStatus.SUBMISSION_UNKNOWN, 0, 5)).isEmpty();
    }

    private static Optional<Integer> left(TaskStatus status, int percent, int secondsIn) {
        return Estimate.secondsLeft(status, percent, 60, Optional.of(BEGUN), BEGUN.plusSeconds(secondsIn));
    }
}
