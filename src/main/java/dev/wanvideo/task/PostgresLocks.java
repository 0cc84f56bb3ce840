package dev.wanvideo.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Locks that last until the end of a transaction, whatever its end. */
final class PostgresLocks {
    private PostgresLocks() {}

    static void take(Connection connection, Hold hold) throws SQLException {
        if (hold instanceof Hold.OfTask task) {
            Sql.all(connection, "SELECT 1 FROM video_task WHERE id = ? FOR UPDATE", row -> 1, task.id());
        }
        if (hold instanceof Hold.Named named) {
            take(connection, named.name());
        }
    }

    /** The name becomes a number, which other programs in the same database are not likely to use. */
    static void take(Connection connection, String name) throws SQLException {
        long number = UUID.nameUUIDFromBytes(("wan-video-mcp " + name).getBytes(UTF_8))
                .getMostSignificantBits();
        Sql.all(connection, "SELECT pg_advisory_xact_lock(?)", row -> 1, number);
    }
}
