package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Stops tasks where that can be done, and says honestly what came of it. */
final class Cancellation {
    private final Database database;
    private final TaskTable table;
    private final TaskMoves moves;
    private final StepRunner runner;

    Cancellation(Database database, TaskTable table, TaskMoves moves, StepRunner runner) {
        this.database = database;
        this.table = table;
        this.moves = moves;
        this.runner = runner;
    }

    CancelOutcome cancel(TaskRow row) {
        if (notBegun(row)) {
            return database.write(connection -> beforeItBegan(connection, row)).orElseGet(() -> cancel(now(row)));
        }
        if (row.status().terminal()) {
            return new CancelOutcome(row.task(), false, ended(row.status()));
        }
        return runner.driver(row)
                .map(driver -> driver.cancel(row))
                .orElseGet(() -> new CancelOutcome(
                        row.task(), false, "Only a server that holds this provider's account can stop this task."));
    }

    /** Empty when it has begun meanwhile. */
    private Optional<CancelOutcome> beforeItBegan(Connection connection, TaskRow row) throws SQLException {
        return notBegun(row(connection, row)) && moves.cancelled(connection, row)
                ? Optional.of(new CancelOutcome(
                        row(connection, row).task(), true, "The task had not begun and will not; nothing was charged."))
                : Optional.empty();
    }

    private static boolean notBegun(TaskRow row) {
        return row.status() == TaskStatus.QUEUED || row.status() == TaskStatus.PREPARING;
    }

    private TaskRow now(TaskRow row) {
        return database.read(connection -> row(connection, row));
    }

    private TaskRow row(Connection connection, TaskRow row) throws SQLException {
        return table.find(connection, row.id()).orElseThrow();
    }

    /** Why a task that has ended cannot be cancelled. */
    static String ended(TaskStatus status) {
        return switch (status) {
            case SUCCEEDED -> "The film was already finished, so there is nothing to cancel; it is kept.";
            case FAILED -> "The task had already failed, so there is nothing to cancel.";
            case CANCELLED -> "The task was already cancelled.";
            case QUEUED, PREPARING, SUBMITTING, SUBMISSION_UNKNOWN, RUNNING, DOWNLOADING ->
                throw new IllegalArgumentException(status.word());
        };
    }
}
