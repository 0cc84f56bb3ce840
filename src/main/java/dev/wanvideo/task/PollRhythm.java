package dev.wanvideo.task;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to look at a film in the making: first at 0.6 of its usual time, then more often the nearer its usual end, then
 * ever more rarely.
 *
 * @param fixed a gap that stands in for all of that
 */
record PollRhythm(Optional<Duration> fixed, RandomGenerator random) {
    private static final double FIRST_LOOK = 0.6;
    private static final double JITTER = 0.1;
    private static final int LONG_OVERDUE = 10;
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST_BEFORE_FIRST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_WHEN_OVERDUE = Duration.ofMinutes(5);

    /**
     * The time until the next look.
     *
     * @param elapsed since the submission; below zero when the clock was set back
     */
    Duration next(Duration elapsed, Duration expected) {
        return fixed.orElseGet(() -> rhythmic(Math.max(0, elapsed.toMillis()), Math.max(1, expected.toMillis())));
    }

    private Duration rhythmic(long elapsed, long expected) {
        double untilFirst = FIRST_LOOK * expected - elapsed;
        if (untilFirst > 0) {
            return atLeast(SHORTEST, jittered(Math.min(untilFirst, LONGEST_BEFORE_FIRST.toMillis())));
        }
        double gap = Math.abs(elapsed - expected) / 4.0 + expected / 20.0;
        Duration longest = elapsed >= LONG_OVERDUE * (double) expected ? LONGEST_WHEN_OVERDUE : LONGEST;
        Duration wait = atLeast(SHORTEST, jittered(Math.min(gap, longest.toMillis())));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    private Duration jittered(double millis) {
        return Duration.ofMillis(Math.round(millis * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }

    private static Duration atLeast(Duration least, Duration wait) {
        return wait.compareTo(least) < 0 ? least : wait;
    }
}
