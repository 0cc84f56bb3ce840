package dev.wanvideo.task;

import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything a caller can do with tasks of their own. Every method may throw {@link StoreUnavailable}. */
public interface Tasks {
    /** Makes a durable task, or finds the one that is already there. */
    CreateOutcome create(NewTask wanted);

    /** The task that {@link #create} would find for this request; empty when it would make one, or refuse. */
    Optional<CreateOutcome> existing(Optional<String> clientKey, String requestSha);

    /** The task as it stands. */
    Optional<Task> find(String id);

    /**
     * Waits until the task is terminal or the time is over, and returns it as it stands then.
     *
     * @param onChange told of each visible change while waiting, on the waiting thread
     */
    Optional<Task> await(String id, Duration limit, Consumer<Task> onChange) throws InterruptedException;

    /** Looks out for changes of these tasks from now on; to be closed. */
    TaskWatch watch(Collection<String> ids);

    /** Newest first. */
    List<Task> list(Optional<TaskStatus> status, int limit);

    /** Stops a task where that can be done; empty when there is no such task. */
    Optional<CancelOutcome> cancel(String id);

    /** US dollars that are left of today's budget (UTC), never below zero; empty when there is no budget. */
    Optional<BigDecimal> budgetLeftUsd();

    /** The usual time from submission to film as measured here; empty until a film of this kind was made. */
    Optional<Duration> usualDuration(String provider, Resolution resolution);
}
