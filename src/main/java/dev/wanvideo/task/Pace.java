package dev.wanvideo.task;

import java.time.Duration;

/**
 * How often this process looks and how long it is patient.
 *
 * @param heartbeat gap between signs of life of a step's owner
 * @param missedHeartbeats signs of life that may be missing before another process takes the step over
 * @param polling gap between looks for due steps
 * @param reconcile gap between looks for tasks that lost their step
 * @param shutdown longest wait for running steps when closing
 * @param threads steps at once
 */
public record Pace(
        Duration heartbeat,
        int missedHeartbeats,
        Duration polling,
        Duration reconcile,
        Duration shutdown,
        int threads) {
    /** A dead process is noticed after about eight seconds; two films at once. */
    public static final Pace DEFAULT =
            new Pace(Duration.ofSeconds(2), 4, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(2), 2);

    /** How long an owner may be silent before it counts as gone. */
    Duration lease() {
        return heartbeat.multipliedBy(missedHeartbeats);
    }
}
