package dev.wanvideo.mcp;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.task.Tasks;
import java.time.Duration;
import java.util.Optional;

/** Waits for a task while the client is kept informed, for as long as the client bears it. */
final class Waiting {
    /** Clients that count idle time are told something at least every five seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final Tasks tasks;
    private final Caller caller;

    private Waiting(Tasks tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    /**
     * The task when it is finished or the time is over; empty when there is none.
     *
     * @param asked the time that the caller asked for
     */
    static Optional<Task> on(Tasks tasks, String id, Duration asked, Caller caller) throws InterruptedException {
        return new Waiting(tasks, caller).wait(id, asked);
    }

    private Optional<Task> wait(String id, Duration asked) throws InterruptedException {
        Duration held = caller.client().held(asked, caller.feed().wanted());
        Duration waited = Duration.ZERO;
        Optional<Task> task = tasks.find(id);
        while (task.isPresent() && limit(task.get(), asked, held).compareTo(waited) > 0) {
            caller.feed().tell(task.get());
            Duration turn = turn(limit(task.get(), asked, held).minus(waited));
            task = awaited(id, turn, waited.plus(turn));
            waited = waited.plus(turn);
        }
        return task;
    }

    private Optional<Task> awaited(String id, Duration turn, Duration sofar) throws InterruptedException {
        try {
            return tasks.await(id, turn, caller.feed()::tell);
        } catch (InterruptedException e) {
            caller.client().patience().brokenOff(caller.client().name(), sofar);
            throw e;
        }
    }

    /** What only a person can settle is told of in good time. */
    private static Duration limit(Task task, Duration asked, Duration held) {
        if (task.status().terminal()) {
            return Duration.ZERO;
        }
        boolean unclear = task.status() == TaskStatus.SUBMISSION_UNKNOWN;
        return unclear && asked.compareTo(held) < 0 ? asked : held;
    }

    private Duration turn(Duration left) {
        boolean inTurns = caller.feed().wanted() || left.compareTo(ClientPatience.USUAL) > 0;
        return inTurns && left.compareTo(SILENCE) > 0 ? SILENCE : left;
    }
}
