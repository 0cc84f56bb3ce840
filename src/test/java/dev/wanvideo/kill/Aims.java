package dev.wanvideo.kill;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The moments that tasks of one kind of provider have.
 *
 * @param kills those in which servers are to be killed
 * @param freezes those in which they are to be frozen, frequent ones more than once
 * @param withOthersIdle those in which they are to be killed while the others have no work
 * @param inWork how many films are kept in work, so that the moments come
 * @param longestSubmission in nanoseconds, within which a blow may come
 */
record Aims(List<Moment> kills, List<Moment> freezes, List<Moment> withOthersIdle, int inWork, long longestSubmission) {
    /** Films that are made on this machine. */
    static final Aims HERE = new Aims(
            List.of(
                    Moment.STARTING,
                    Moment.CREATING,
                    Moment.QUEUED,
                    Moment.SUBMITTING,
                    Moment.EARLY,
                    Moment.MIDDLE,
                    Moment.LATE,
                    Moment.PUBLISHING,
                    Moment.FINISHED,
                    Moment.CANCELLING),
            List.of(Moment.SUBMITTING, Moment.EARLY, Moment.MIDDLE, Moment.LATE, Moment.LATE),
            List.of(Moment.EARLY, Moment.MIDDLE, Moment.LATE, Moment.PUBLISHING),
            4,
            0);

    /** Films that are made elsewhere, where each submission may cost money. */
    static final Aims ELSEWHERE = new Aims(
            List.of(
                    Moment.STARTING,
                    Moment.CREATING,
                    Moment.QUEUED,
                    Moment.SUBMITTING,
                    Moment.UNCLEAR,
                    Moment.RUNNING,
                    Moment.DOWNLOADING,
                    Moment.PUBLISHING,
                    Moment.FINISHED,
                    Moment.CANCELLING),
            List.of(Moment.SUBMITTING, Moment.SUBMITTING, Moment.RUNNING, Moment.DOWNLOADING),
            List.of(Moment.SUBMITTING, Moment.RUNNING, Moment.DOWNLOADING, Moment.PUBLISHING),
            8,
            1_500_000_000);

    /** How long to wait in a moment before striking: half of the submissions are struck somewhere on their way. */
    long lingering(Moment aim, RandomGenerator random) {
        boolean later = aim == Moment.SUBMITTING && longestSubmission > 0 && random.nextBoolean();
        return later ? random.nextLong(longestSubmission) : 0;
    }

    /** All that a report has to tell of. */
    List<Moment> told() {
        return Stream.concat(kills.stream(), Stream.of(Moment.ELSEWHERE)).toList();
    }
}
