package dev.wanvideo.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/** Reads the database of a home, or of several replicas, past the servers, and never writes it. */
final class HomeReader implements AutoCloseable {
    private static final String LOOK = "SELECT v.id, v.client_key, v.provider, v.state, v.attempt, v.progress,"
            + " v.target_path, s.picked_by FROM task_step s JOIN video_task v ON v.id = s.task_instance";
    private static final String STRANDED =
            "SELECT id || ' ' || provider || ' ' || state FROM video_task v WHERE state NOT IN ('succeeded', 'failed',"
                    + " 'cancelled') AND NOT EXISTS (SELECT 1 FROM task_step s WHERE s.task_instance = v.id)";

    private final Connection connection;

    private HomeReader(Connection connection) {
        this.connection = connection;
    }

    static boolean canOpen(Path home) {
        return Files.exists(home.resolve("wan-video.db"));
    }

    static HomeReader open(Path home) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(30_000);
        return new HomeReader(config.createConnection("jdbc:sqlite:" + home.resolve("wan-video.db")));
    }

    /** @param url of a database server */
    static HomeReader at(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setReadOnly(true);
        return new HomeReader(connection);
    }

    /** Changes whenever somebody else has written, with a file for a database. */
    long version() throws SQLException {
        return rows("PRAGMA data_version", row -> row.getLong(1)).get(0);
    }

    /** Every task that has a step. */
    List<Look> looks() throws SQLException {
        return rows(
                LOOK,
                row -> new Look(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)).orElse(""),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        Optional.ofNullable(row.getString(7)).map(Path::of),
                        Optional.ofNullable(row.getString(8))));
    }

    /** Tasks that have not ended and have no step, each with its provider and state. */
    List<String> stranded() throws SQLException {
        return rows(STRANDED, row -> row.getString(1));
    }

    <T> List<T> rows(String query, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Reads one row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
