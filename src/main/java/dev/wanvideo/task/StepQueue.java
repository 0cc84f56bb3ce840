package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who does the next step of a task, and when: each process takes the due steps of the accounts it holds, gives signs of
 * life while it works, and takes over from a process that gives none.
 */
final class StepQueue implements AutoCloseable {
    /** The scheduler's table. */
    static final String TABLE = "task_step";

    private static final Logger LOG = LoggerFactory.getLogger(StepQueue.class);
    private static final Duration UNRESOLVED_KEPT = Duration.ofDays(3650);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    // Not the present time: a clock that is set back must not put off what is due now.
    private static final Instant AT_ONCE = Instant.EPOCH;

    private final Clock clock;
    private final Function<String, Next> step;
    private final Scheduler scheduler;

    /**
     * @param names the step names that this process can carry out
     * @param step does the next step of the task with this id
     */
    StepQueue(Database database, List<String> names, TaskSettings settings, Function<String, Next> step) {
        this.clock = settings.clock();
        this.step = step;
        Pace pace = settings.pace();
        this.scheduler = Scheduler.create(
                        database.forScheduler(),
                        names.stream()
                                .<com.github.kagkarlsson.scheduler.task.Task<?>>map(this::task)
                                .toList())
                .tableName(TABLE)
                .jdbcCustomization(new SqliteClaims(names))
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .threads(pace.threads())
                .pollingInterval(pace.polling())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(pace.missedHeartbeats())
                .deleteUnresolvedAfter(UNRESOLVED_KEPT)
                .shutdownMaxWait(pace.shutdown())
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    /** The name of the steps of one account. */
    static String name(String provider, String account) {
        return "drive." + provider + "." + account;
    }

    private CustomTask<Void> task(String name) {
        return Tasks.custom(name, Void.class)
                .onFailure((complete, step) -> afterTrouble(complete, step))
                .onDeadExecution((complete, step) -> takeOver(complete, step))
                .execute((instance, context) -> ran(instance.getId()));
    }

    private CompletionHandler<Void> ran(String id) {
        Next next = step.apply(id);
        return (complete, operations) -> guarded(id, () -> {
            if (next instanceof Next.Again again) {
                operations.reschedule(complete, time(again.after()));
            } else {
                operations.remove();
            }
        });
    }

    private void afterTrouble(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String id = complete.getExecution().taskInstance.getId();
        LOG.warn("The step of {} failed and is tried again in {} s", id, AFTER_TROUBLE.toSeconds());
        guarded(id, () -> operations.reschedule(complete, time(AFTER_TROUBLE)));
    }

    private void takeOver(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String id = complete.getExecution().taskInstance.getId();
        guarded(id, () -> {
            operations.reschedule(complete, AT_ONCE);
            LOG.info("The process that worked on {} is gone; the task is taken up again", id);
            look();
        });
    }

    /** Another owner may have got in before, or the disk be full: the step is then found again by its lost heartbeat. */
    private static void guarded(String id, Runnable change) {
        try {
            change.run();
        } catch (DbSchedulerException | SQLRuntimeException | IllegalStateException e) {
            LOG.debug("The step of {} is left to its present owner", id);
        }
    }

    private Instant time(Duration after) {
        return after.isZero() ? AT_ONCE : clock.instant().plus(after);
    }

    /** Adds the step of a task; joins the open transaction of this thread. */
    void add(String name, String id) {
        scheduler.scheduleIfNotExists(new TaskInstance<Void>(name, id), AT_ONCE);
    }

    /** Looks for due steps now rather than at the next beat. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    void start() {
        scheduler.start();
    }

    /** Takes up no further step. */
    void pause() {
        scheduler.pause();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
