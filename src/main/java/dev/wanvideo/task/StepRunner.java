package dev.wanvideo.task;

import dev.wanvideo.provider.Execution;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One step of one task: reads the row afresh and lets the driver of its account go on from there. */
final class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
    // Long enough for a newer release on the same home to take the step first.
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private final Database database;
    private final TaskTable table;
    private final Map<String, Execution> held;
    private final Map<Execution, Driver> drivers;

    /** @param held the step names that this process can carry out, and how */
    StepRunner(Database database, TaskTable table, Map<String, Execution> held, Map<Execution, Driver> drivers) {
        this.database = database;
        this.table = table;
        this.held = Map.copyOf(held);
        this.drivers = Map.copyOf(drivers);
    }

    /** @param name the step that is due; after the task went to another provider it is no longer this task's */
    Next run(String name, String id) {
        try (MDC.MDCCloseable unused = MDC.putCloseable("task_id", id)) {
            return driven(name, id);
        }
    }

    private Next driven(String name, String id) {
        Optional<TaskRow> row;
        try {
            row = database.read(connection -> table.find(connection, id));
        } catch (NewerRecord e) {
            LOG.info("{}", e.getMessage());
            return new Next.Again(LEFT_ALONE);
        }
        if (row.isEmpty() || !row.get().stepName().equals(name)) {
            return Next.DONE;
        }
        if (row.get().status().terminal()) {
            boolean awaited = database.<Boolean>read(connection -> table.answerMayCome(connection, row.get()));
            if (!awaited) {
                FilmFiles.discardLeftovers(row.get());
            }
            return Next.DONE;
        }
        return driver(row.get()).map(driver -> driver.drive(row.get())).orElse(Next.DONE);
    }

    /** Who carries this task out here; empty when this process does not hold its account. */
    Optional<Driver> driver(TaskRow row) {
        return Optional.ofNullable(held.get(row.stepName())).map(drivers::get);
    }
}
