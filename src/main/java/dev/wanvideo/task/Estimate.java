package dev.wanvideo.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a task will still take, as a guess. */
final class Estimate {
    // Below this the pace seen so far says less than what is usual.
    private static final int TELLING_PERCENT = 5;

    private Estimate() {}

    /**
     * Seconds left; empty when nothing is to come or nobody can tell.
     *
     * @param begun when the present attempt began
     */
    static Optional<Integer> secondsLeft(
            TaskStatus status, int percent, int typicalSeconds, Optional<Instant> begun, Instant now) {
        if (status.terminal() || status == TaskStatus.SUBMISSION_UNKNOWN || status == TaskStatus.DOWNLOADING) {
            return Optional.empty();
        }
        if (status == TaskStatus.QUEUED || begun.isEmpty()) {
            return Optional.of(typicalSeconds);
        }
        long elapsed = Math.max(0, Duration.between(begun.get(), now).toMillis());
        long left = percent >= TELLING_PERCENT ? elapsed * (100 - percent) / percent : typicalSeconds * 1000L - elapsed;
        return Optional.of((int) Math.max(1, Math.round(left / 1000.0)));
    }
}
