package dev.wanvideo.task;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The changes of state a row may make. Each names the states it starts from and the attempt it belongs to, and tells
 * whether it happened: an owner that was overtaken changes nothing.
 */
final class TaskMoves {
    private static final String NOT_BEGUN = "'queued', 'preparing', ";
    private static final String BEGUN = "'submitting', 'running'";

    private final StoredJson json;
    private final Clock clock;
    private final RowChange change;

    TaskMoves(StoredJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
        this.change = new RowChange(clock);
    }

    /**
     * The intent: from here on an attempt may have consequences.
     *
     * @param target where the attempt wants its film, if that is known
     */
    boolean submitting(Connection connection, TaskRow row, Optional<Path> target) throws SQLException {
        return change.visible(
                connection,
                row,
                "'queued', 'preparing'",
                "state = 'submitting', attempt = attempt + 1, progress = 0, submitted_at = NULL, vain_looks = 0,"
                        + " intent_at = ?, target_path = COALESCE(?, target_path)",
                clock.instant(),
                target);
    }

    boolean running(Connection connection, TaskRow row, Path target) throws SQLException {
        return change.visible(
                connection,
                row,
                "'submitting'",
                "state = 'running', target_path = ?, submitted_at = ?",
                target,
                clock.instant());
    }

    boolean progress(Connection connection, TaskRow row, int percent) throws SQLException {
        return change.visible(connection, row, "'running'", "progress = ?", percent);
    }

    /** Whether the row still wants this attempt to run. */
    boolean stillRunning(Connection connection, TaskRow row) throws SQLException {
        return Sql.number(
                        connection,
                        "SELECT COUNT(*) FROM video_task WHERE id = ? AND attempt = ? AND state = 'running'",
                        row.id(),
                        row.attempt())
                == 1;
    }

    /** Back to the start; only for what costs nothing to begin again. */
    boolean requeued(Connection connection, TaskRow row) throws SQLException {
        return change.visible(connection, row, BEGUN, "state = 'queued', progress = 0, submitted_at = NULL");
    }

    boolean succeeded(Connection connection, TaskRow row, Film film, List<String> warnings) throws SQLException {
        return change.visible(
                connection,
                row,
                "'running'",
                "state = 'succeeded', progress = 100, result_path = ?, result_sheet = ?, result_poster = ?,"
                        + " result_width = ?, result_height = ?, result_seconds = ?, result_bytes = ?, result_sha256 = ?,"
                        + " warnings_json = ?",
                film.path(),
                film.sheet(),
                film.poster(),
                film.size().width(),
                film.size().height(),
                film.seconds(),
                film.bytes(),
                film.sha256(),
                json.words(warnings));
    }

    boolean failed(Connection connection, TaskRow row, TaskError error) throws SQLException {
        return change.visible(
                connection, row, NOT_BEGUN + BEGUN, "state = 'failed', error_json = ?", json.error(error));
    }

    boolean cancelled(Connection connection, TaskRow row) throws SQLException {
        return change.visible(connection, row, NOT_BEGUN + BEGUN, "state = 'cancelled'");
    }
}
