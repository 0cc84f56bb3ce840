package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Stops tasks where that can be done, and says honestly what came of it. */
final class Cancellation {
    private final Database database;
    private final TaskTable table;
    private final TaskMoves moves;
    private final AttemptLedger ledger;
    private final StepRunner runner;

    Cancellation(Database database, TaskTable table, TaskMoves moves, AttemptLedger ledger, StepRunner runner) {
        this.database = database;
        this.table = table;
        this.moves = moves;
        this.ledger = ledger;
        this.runner = runner;
    }

    Optional<CancelOutcome> cancel(String id) {
        return database.write(connection -> {
            Optional<TaskRow> row = table.find(connection, id);
            return row.isEmpty() ? Optional.empty() : Optional.of(cancelled(connection, row.get()));
        });
    }

    private CancelOutcome cancelled(Connection connection, TaskRow row) throws SQLException {
        if (row.status().terminal()) {
            return new CancelOutcome(row.task(), false, ended(row.status()));
        }
        if (row.status() == TaskStatus.QUEUED) {
            return stopped(connection, row, "The task had not begun and will not; nothing was charged.");
        }
        Optional<Driver> driver = runner.driver(row);
        return driver.isPresent()
                ? stopped(connection, row, driver.get().cancelled())
                : new CancelOutcome(
                        row.task(), false, "Only a server that holds this provider's account can stop this task.");
    }

    private CancelOutcome stopped(Connection connection, TaskRow row, String sentence) throws SQLException {
        ledger.close(connection, row, AttemptEnd.CANCELLED);
        boolean stopped = moves.cancelled(connection, row);
        Task now = table.find(connection, row.id()).orElseThrow().task();
        return new CancelOutcome(now, stopped, sentence);
    }

    private static String ended(TaskStatus status) {
        return switch (status) {
            case SUCCEEDED -> "The film was already finished, so there is nothing to cancel; it is kept.";
            case FAILED -> "The task had already failed, so there is nothing to cancel.";
            case CANCELLED -> "The task was already cancelled.";
            case QUEUED, PREPARING, SUBMITTING, SUBMISSION_UNKNOWN, RUNNING, DOWNLOADING ->
                throw new IllegalArgumentException(status.word());
        };
    }
}
