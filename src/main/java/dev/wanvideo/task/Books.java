package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The store as the steps of films that are made elsewhere write it. */
record Books(
        Database database, TaskTable table, TaskMoves moves, RemoteMoves remote, AttemptLedger ledger, Clock clock) {
    /** The row as it stands now. */
    TaskRow now(TaskRow row) {
        return database.read(connection -> table.find(connection, row.id())).orElseThrow();
    }

    /** The end of a task that went wrong, with what that cost. */
    boolean failed(TaskRow row, Category category, String message, Charged charged) {
        return database.write(
                Hold.task(row), connection -> failed(connection, row, new TaskError(category, message), charged));
    }

    boolean failed(Connection connection, TaskRow row, TaskError error, Charged charged) throws SQLException {
        return failed(connection, row, error, charged, ProviderReport.NONE);
    }

    boolean failed(Connection connection, TaskRow row, TaskError error, Charged charged, ProviderReport report)
            throws SQLException {
        if (!remote.failed(connection, row, error, charged, report)) {
            return false;
        }
        ledger.close(connection, row, end(charged));
        ledger.reason(connection, row, Optional.of(error.category()), Optional.empty(), error.message());
        ledger.charged(connection, row, report.chargedUsd());
        return true;
    }

    private static AttemptEnd end(Charged charged) {
        return switch (charged) {
            case NO -> AttemptEnd.FAILED_FREE;
            case YES -> AttemptEnd.FAILED_CHARGED;
            case UNKNOWN -> AttemptEnd.FAILED_UNKNOWN;
        };
    }

    /** The time since then; none where the clock was set back behind it. */
    Duration since(Instant then) {
        Duration elapsed = Duration.between(then, clock.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /** Whether the task is past the time at which it is given up. */
    boolean overdue(TaskRow row) {
        return clock.instant().isAfter(row.task().times().deadline());
    }
}
