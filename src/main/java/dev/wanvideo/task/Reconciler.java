package dev.wanvideo.task;

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

    private static final String SILENT = "picked = ? AND (last_heartbeat <= ? OR last_heartbeat > ?)";

    // No step asks for a longer wait than an hour.
    private static final Duration NO_STEP_LATER = Duration.ofHours(2);

    private final Database database;
    private final TaskTable table;
    private final StepQueue steps;
    private final Clock clock;
    private final Duration lease;
    private final Leftovers leftovers;
    private final Wakefulness wakefulness;
    private final ClockWatch clockWatch;
    private boolean troubled;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "task-reconciler");
        daemon.setDaemon(true);
        return daemon;
    });

    Reconciler(Database database, TaskTable table, StepQueue steps, TaskSettings settings, Wakefulness wakefulness) {
        this.database = database;
        this.table = table;
        this.steps = steps;
        this.clock = settings.clock();
        this.lease = settings.pace().lease();
        this.wakefulness = wakefulness;
        this.clockWatch = new ClockWatch(clock, System::nanoTime);
        this.leftovers = new Leftovers(database, table, settings);
    }

    /** Has what is known of orders written down, now and then, and once before any step looks at them. */
    @SuppressWarnings("FutureReturnValueIgnored") // It runs until the thread is shut down.
    void settles(RemoteDriver driver) {
        guarded(driver::settle);
        long gap = lease.toMillis();
        thread.scheduleWithFixedDelay(() -> guarded(driver::settle), gap, gap, TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // They run until the thread is shut down.
    void start(Pace pace) {
        long reconcile = pace.reconcile().toMillis();
        long heartbeat = pace.heartbeat().toMillis();
        thread.scheduleWithFixedDelay(() -> guarded(this::reconcile), 0, reconcile, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(() -> guarded(leftovers::remove), 0, reconcile, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(() -> guarded(this::release), heartbeat, heartbeat, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(() -> guarded(this::hasten), 0, heartbeat, TimeUnit.MILLISECONDS);
    }

    /** Trouble that lasts is told once, not at every look. */
    private void guarded(Runnable look) {
        try {
            look.run();
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn(
                        "Looking for stranded tasks failed and is tried again: {}",
                        StoreTrouble.of(e).getMessage());
            }
            troubled = true;
        }
    }

    /** Gives each task that lost its next step a new one. */
    private void reconcile() {
        if (database.read(table::stranded).isEmpty()) {
            return;
        }
        database.write(Hold.STEPS, connection -> {
            List<TaskRow> stranded = table.stranded(connection);
            for (TaskRow row : stranded) {
                LOG.info("Task {} had lost its next step", row.id());
                StepQueue.add(connection, row.stepName(), row.id());
            }
            return stranded;
        });
        steps.look();
    }

    /**
     * Takes steps from owners that gave no sign of life for a lease. The scheduler does so too, but looks only at every
     * second heartbeat; and a clock that was set back would make a dead owner look alive until that time comes round
     * again.
     */
    private void release() {
        if (!wakefulness.judges()
                || database.read(connection ->
                                Sql.number(connection, "SELECT COUNT(*) FROM task_step WHERE " + SILENT, silent()))
                        == 0) {
            return;
        }
        // The time is read behind the lock: whoever waited for it, or was stopped while it did, knows only an old one.
        int released = database.writeUnsynced(
                Hold.STEPS,
                connection -> wakefulness.judges()
                        ? Sql.update(
                                connection,
                                "UPDATE task_step SET picked = NOT picked, picked_by = NULL, last_heartbeat = NULL,"
                                        + " execution_time = 0, version = version + 1 WHERE " + SILENT,
                                silent())
                        : 0);
        if (released > 0) {
            LOG.info("{} steps of a process that is gone are taken up again", released);
            steps.look();
        }
    }

    private Object[] silent() {
        Instant now = clock.instant();
        return new Object[] {true, now.minus(lease), now.plus(lease)};
    }

    /** Steps that a clock which was set back since has put off; each looks for itself whether it is time. */
    private void hasten() {
        boolean setBack = clockWatch.setBack();
        Instant late = setBack ? clock.instant() : clock.instant().plus(NO_STEP_LATER);
        String putOff = "NOT picked AND execution_time > ?";
        if (database.read(connection -> Sql.number(connection, "SELECT COUNT(*) FROM task_step WHERE " + putOff, late))
                > 0) {
            database.writeUnsynced(
                    Hold.STEPS,
                    connection -> Sql.update(
                            connection,
                            "UPDATE task_step SET execution_time = 0, version = version + 1 WHERE " + putOff,
                            late));
            LOG.info("The clock was set back; steps that were due later are done now");
            steps.look();
        } else if (setBack) {
            // The scheduler waits for its next look by the same clock.
            steps.look();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
