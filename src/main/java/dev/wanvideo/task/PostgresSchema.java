package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;

/** The tables on PostgreSQL, as numbered SQL files that are only ever added to; a table remembers the last one. */
final class PostgresSchema {
    /** The number of the newest SQL file. */
    static final int VERSION = 5;

    private PostgresSchema() {}

    /** Brings the tables up to date, one process at a time; what was begun is undone as a whole when it fails. */
    static void update(Connection connection) throws SQLException {
        requireUtf8(connection);
        connection.setAutoCommit(false);
        try {
            PostgresLocks.take(connection, "schema");
            Sql.run(connection, "CREATE TABLE IF NOT EXISTS wan_video_schema (version INTEGER NOT NULL)");
            for (int file = known(connection) + 1; file <= VERSION; file++) {
                SqlFile.run(connection, "postgres/" + file);
                Sql.update(connection, "INSERT INTO wan_video_schema (version) VALUES (?)", file);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** The last file that was run, none of them newer than this program. */
    static int known(Connection connection) throws SQLException {
        int version = (int) Sql.number(connection, "SELECT COALESCE(MAX(version), 0) FROM wan_video_schema");
        if (version > VERSION) {
            throw new StoreUnavailable("The task database was written by a newer version of wan-video-mcp (schema "
                    + version + ", this one knows " + VERSION
                    + "): update wan-video-mcp, or name another database in WAN_VIDEO_DATABASE_URL.");
        }
        return version;
    }

    private static void requireUtf8(Connection connection) throws SQLException {
        if (!Sql.word(connection, "SHOW server_encoding").equals("utf8")) {
            throw new StoreUnavailable(
                    "The database cannot hold every letter: create one with the encoding UTF8 and name"
                            + " it in WAN_VIDEO_DATABASE_URL.");
        }
    }
}
