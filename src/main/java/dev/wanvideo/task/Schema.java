package dev.wanvideo.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** The tables, as numbered SQL files that are only ever added to; the database remembers the last one it has seen. */
final class Schema {
    /** The number of the newest SQL file. */
    static final int VERSION = 6;

    private static final Pattern STATEMENT_END = Pattern.compile(";\\s*(\\n|$)");

    private Schema() {}

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
            for (String statement : STATEMENT_END.split(sql(file))) {
                Sql.run(connection, statement);
            }
            Sql.run(connection, "PRAGMA user_version = " + file);
        }
        return VERSION;
    }

    private static String sql(int file) {
        String name = "sql/" + file + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
