package dev.wanvideo.mcp;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tasks;
import java.time.Duration;
import java.util.Optional;

/** Waits for a task while the client is kept informed. */
final class Waiting {
    /** Clients that count idle time are told something at least every five seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private Waiting() {}

    /** The task when it is finished or the time is over; empty when there is none. */
    static Optional<Task> on(Tasks tasks, String id, Duration limit, ProgressFeed feed) throws InterruptedException {
        Duration left = limit;
        Optional<Task> task = tasks.find(id);
        while (task.filter(known -> !known.status().terminal()).isPresent() && left.compareTo(Duration.ZERO) > 0) {
            task.ifPresent(feed::tell);
            Duration turn = feed.wanted() && left.compareTo(SILENCE) > 0 ? SILENCE : left;
            task = tasks.await(id, turn, feed::tell);
            left = left.minus(turn);
        }
        return task;
    }
}
