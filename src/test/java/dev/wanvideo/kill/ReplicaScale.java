package dev.wanvideo.kill;

import java.util.OptionalInt;

/**
 * How much a run of replicas is to bear.
 *
 * @param tasks films that are ordered
 * @param seconds between two kills
 * @param rate films ordered a second
 * @param times by how much the providers' limits on calls are raised
 * @param job seconds that every job takes, for films that are to be in flight all at once; some, and few, where absent
 */
record ReplicaScale(int tasks, int replicas, int seconds, int rate, int times, OptionalInt job) {
    private static final long SECONDS_BESIDE_THE_JOBS = 900;

    /** Reads {@code TASKS REPLICAS SECONDS RATE TIMES JOB}; whatever is missing is as usual. */
    static ReplicaScale read(String... arguments) {
        return new ReplicaScale(
                argument(arguments, 0, 300),
                argument(arguments, 1, 2),
                argument(arguments, 2, 10),
                argument(arguments, 3, 2),
                argument(arguments, 4, 1),
                arguments.length > 5 ? OptionalInt.of(Integer.parseInt(arguments[5])) : OptionalInt.empty());
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    /** Over which the orders are spread. */
    int orderSeconds() {
        return tasks / rate;
    }

    /** After which no further blow is struck. */
    long longestMillis() {
        return 1000 * (SECONDS_BESIDE_THE_JOBS + orderSeconds() + job.orElse(0));
    }
}
