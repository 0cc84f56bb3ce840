package dev.wanvideo.task;

import java.time.Duration;
import java.util.Optional;

/**
 * How often this process looks and how long it is patient.
 *
 * @param heartbeat gap between signs of life of a step's owner
 * @param missedHeartbeats signs of life that may be missing before another process takes the step over
 * @param polling gap between looks for due steps
 * @param reconcile gap between looks for tasks that lost their step
 * @param shutdown longest wait for running steps when closing
 * @param threads steps at once of films that are made on this machine
 * @param remoteThreads steps at once of films that are made elsewhere; they have threads of their own, which mostly wait
 *     for an answer, so that neither kind holds up the other
 * @param fixedPoll gap between looks at a film that is made elsewhere; empty for a rhythm after its usual time
 */
public record Pace(
        Duration heartbeat,
        int missedHeartbeats,
        Duration polling,
        Duration reconcile,
        Duration shutdown,
        int threads,
        int remoteThreads,
        Optional<Duration> fixedPoll) {
    /** A dead process is noticed after about eight seconds; two films at once on this machine. */
    public static final Pace DEFAULT = new Pace(
            Duration.ofSeconds(2),
            4,
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            2,
            16,
            Optional.empty());

    /** The same with this gap between looks at films that are made elsewhere. */
    public Pace withFixedPoll(Duration gap) {
        return new Pace(
                heartbeat, missedHeartbeats, polling, reconcile, shutdown, threads, remoteThreads, Optional.of(gap));
    }

    /** How long an owner may be silent before it counts as gone. */
    Duration lease() {
        return heartbeat.multipliedBy(missedHeartbeats);
    }
}
