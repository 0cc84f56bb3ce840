package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;

/** The tables, as numbered SQL files that are only ever added to; the database remembers the last one it has seen. */
final class SqliteSchema {
    /** The number of the newest SQL file. */
    static final int VERSION = 9;

    private SqliteSchema() {}

    static int of(Connection connection) throws SQLException {
        return (int) Sql.number(connection, "PRAGMA user_version");
    }

    static boolean outdated(Connection connection) throws SQLException {
        return of(connection) < VERSION;
    }

    static void refuseNewer(Connection connection) throws SQLException {
        int version = of(connection);
        if (version > VERSION) {
            throw new StoreUnavailable("The task database was written by a newer version of wan-video-mcp (schema "
                    + version + ", this one knows " + VERSION + "): update wan-video-mcp, or set WAN_VIDEO_HOME to"
                    + " another folder.");
        }
    }

    /** Runs every file that is missing; inside a write transaction, so that two processes do not both run one. */
    static int update(Connection connection) throws SQLException {
        refuseNewer(connection);
        for (int file = of(connection) + 1; file <= VERSION; file++) {
            SqlFile.run(connection, "sqlite/" + file);
            Sql.run(connection, "PRAGMA user_version = " + file);
        }
        return VERSION;
    }
}
