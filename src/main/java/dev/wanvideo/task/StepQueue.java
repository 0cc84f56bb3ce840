package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.wanvideo.provider.Execution;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    // Counted by the scheduler from a step's time, which is in 1970 for what is due at once: so no small number of
    // years.
    private static final Duration UNRESOLVED_KEPT = Duration.ofDays(3_650_000);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    // Not the present time: a clock that is set back must not put off what is due now.
    private static final Instant AT_ONCE = Instant.EPOCH;

    private final Clock clock;
    private final Wakefulness wakefulness;
    private final Step step;
    private final List<Scheduler> schedulers;

    /**
     * Films that are made here and films that are made elsewhere have threads of their own.
     *
     * @param held the step names that this process can carry out, and where their films are made
     */
    StepQueue(
            Database database, Map<String, Execution> held, TaskSettings settings, Wakefulness wakefulness, Step step) {
        this.clock = settings.clock();
        this.wakefulness = wakefulness;
        this.step = step;
        List<Scheduler> all = new ArrayList<>();
        List<String> remote = names(held, Execution.REMOTE);
        List<String> local = names(held, Execution.LOCAL);
        if (remote.isEmpty() || !local.isEmpty()) {
            all.add(scheduler(database, local, settings.pace().threads(), settings.pace()));
        }
        if (!remote.isEmpty()) {
            all.add(scheduler(database, remote, settings.pace().remoteThreads(), settings.pace()));
        }
        this.schedulers = List.copyOf(all);
    }

    private static List<String> names(Map<String, Execution> held, Execution execution) {
        return held.keySet().stream()
                .filter(name -> held.get(name) == execution)
                .toList();
    }

    private Scheduler scheduler(Database database, List<String> names, int threads, Pace pace) {
        return Scheduler.create(
                        database.forScheduler(),
                        names.stream()
                                .<com.github.kagkarlsson.scheduler.task.Task<?>>map(this::task)
                                .toList())
                .tableName(TABLE)
                .jdbcCustomization(database.claims(names, clock))
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .threads(threads)
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
                .execute((instance, context) -> ran(name, instance.getId()));
    }

    private CompletionHandler<Void> ran(String name, String id) {
        Next next = step.run(name, id);
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
        if (!wakefulness.judges()) {
            // The step stays with its owner; if that is gone indeed, the next look finds it again.
            return;
        }
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

    /** Adds the step of a task, unless it is there; inside a transaction. */
    static void add(Connection connection, String name, String id) throws SQLException {
        // The scheduler's own way is an error where another process was quicker, which ends a transaction of
        // PostgreSQL.
        Sql.update(
                connection,
                "INSERT INTO task_step (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (?, ?, 0, ?, 1) ON CONFLICT DO NOTHING",
                name,
                id,
                false);
    }

    /** Makes the step of a task due, if nobody is at it; inside a transaction. */
    static void hasten(Connection connection, String id) throws SQLException {
        hasten(connection, id, AT_ONCE);
    }

    /** The same for a later time. */
    static void hasten(Connection connection, String id, Instant time) throws SQLException {
        Sql.update(
                connection,
                "UPDATE task_step SET execution_time = ?, version = version + 1 WHERE task_instance = ? AND NOT picked",
                time,
                id);
    }

    /** Looks for due steps now rather than at the next beat. */
    void look() {
        schedulers.forEach(Scheduler::triggerCheckForDueExecutions);
    }

    void start() {
        schedulers.forEach(Scheduler::start);
    }

    /** Takes up no further step. */
    void pause() {
        schedulers.forEach(Scheduler::pause);
    }

    /** All at once, since each waits for its running steps. */
    @Override
    public void close() {
        schedulers.parallelStream().forEach(Scheduler::stop);
    }

    /** Does the next step of a task. */
    interface Step {
        /** @param name the step's name, which tells whose account it is for */
        Next run(String name, String id);
    }
}
