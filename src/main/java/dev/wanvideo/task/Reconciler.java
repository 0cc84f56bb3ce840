package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then for tasks that nobody would ever work on again, and puts that right. */
final class Reconciler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Database database;
    private final TaskTable table;
    private final StepQueue steps;
    private final Clock clock;
    private final Duration lease;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "task-reconciler");
        daemon.setDaemon(true);
        return daemon;
    });

    Reconciler(Database database, TaskTable table, StepQueue steps, TaskSettings settings) {
        this.database = database;
        this.table = table;
        this.steps = steps;
        this.clock = settings.clock();
        this.lease = settings.pace().lease();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Runs until the thread is shut down.
    void start(Duration every) {
        thread.scheduleWithFixedDelay(this::guarded, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guarded() {
        try {
            reconcile();
        } catch (RuntimeException e) {
            LOG.info("Looking for stranded tasks failed and is tried again later");
        }
    }

    /** Looks once; how many tasks got a step again. */
    int reconcile() {
        boolean wrong =
                database.read(connection -> !table.stranded(connection).isEmpty() || futureSigns(connection) > 0);
        return wrong ? database.write(this::repaired) : 0;
    }

    private int repaired(Connection connection) throws SQLException {
        List<TaskRow> stranded = table.stranded(connection);
        for (TaskRow row : stranded) {
            LOG.info("Task {} had lost its next step", row.id());
            steps.add(row.stepName(), row.id());
        }
        // A clock that was set back must not make a dead owner look alive until that time comes round again.
        Instant now = clock.instant();
        Sql.update(
                connection,
                "UPDATE task_step SET last_heartbeat = ? WHERE picked = ? AND last_heartbeat > ?",
                now,
                true,
                now.plus(lease));
        return stranded.size();
    }

    private long futureSigns(Connection connection) throws SQLException {
        return Sql.number(
                connection,
                "SELECT COUNT(*) FROM task_step WHERE picked = ? AND last_heartbeat > ?",
                true,
                clock.instant().plus(lease));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
