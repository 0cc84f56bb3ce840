package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A look into the database of a home, past the server. */
final class HomeDatabase {
    private final Path file;

    HomeDatabase(Path home) {
        this.file = home.resolve("wan-video.db");
    }

    /** What SQLite says of its own file: {@code ok}. */
    String integrity() {
        return String.join(", ", words("PRAGMA integrity_check"));
    }

    long tasks() {
        return Files.exists(file)
                ? Long.parseLong(words("SELECT count(*) FROM video_task").get(0))
                : 0;
    }

    /** The processes that are at work on a step right now. */
    List<String> atWork() {
        return words("SELECT DISTINCT picked_by FROM task_step WHERE picked AND picked_by IS NOT NULL");
    }

    /** Whether some film is being rendered right now. */
    boolean renders() {
        return !words("SELECT id FROM video_task WHERE state = 'running'").isEmpty();
    }

    /** How many tasks have steps to take. */
    long unfinished() {
        return Long.parseLong(words("SELECT count(*) FROM task_step").get(0));
    }

    /** Epoch milliseconds of a task's last change. */
    long updatedAt(String task) {
        return Long.parseLong(words("SELECT updated_at FROM video_task WHERE id = '" + task + "'")
                .get(0));
    }

    /** The database file, with everything in it that a server may have left in the write-ahead log. */
    Path settled() {
        run("PRAGMA wal_checkpoint(TRUNCATE)");
        return file;
    }

    /** Writes the mark of a schema that does not exist yet; returns the one that was there. */
    String fromTheFuture() {
        String version = words("PRAGMA user_version").get(0);
        run("PRAGMA user_version = 9999");
        return version;
    }

    /** Changes the database behind the server's back. */
    void run(String statement) {
        try (Connection connection = connect();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError("could not prepare " + file, e);
        }
    }

    /** Files that were begun and not finished, anywhere below these folders. */
    static List<Path> halfMade(Path... folders) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
                files.filter(file -> file.toString().endsWith(".part")).forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private List<String> words(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> words = new ArrayList<>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        } catch (SQLException e) {
            throw new AssertionError(query + " failed on " + file, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=30000");
    }
}
