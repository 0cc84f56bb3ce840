package dev.wanvideo.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a look at the home and the output folder found.
 *
 * @param lines for a person, one fact each
 * @param problem what stands in the way of making tasks and how to mend it, in one line
 */
public record HomeReport(List<String> lines, Optional<String> problem) {
    public HomeReport {
        lines = List.copyOf(lines);
    }

    private HomeReport(String problem) {
        this(List.of(), Optional.of(problem));
    }

    /** Whether tasks can be made. */
    public boolean usable() {
        return problem.isEmpty();
    }

    /** Looks at both folders and the database, making what is missing, without starting any step. */
    public static HomeReport of(TaskSettings settings) {
        try {
            OutputFolder.require(settings.home(), "data folder", "WAN_VIDEO_HOME");
            OutputFolder.require(settings.outputDir(), "output folder", "WAN_VIDEO_OUTPUT_DIR");
            return new HomeReport(database(settings.home(), settings.clock()), Optional.empty());
        } catch (StoreUnavailable e) {
            return new HomeReport(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new HomeReport(
                    "The data folder cannot be used: make it writable or set WAN_VIDEO_HOME to another folder.");
        }
    }

    private static List<String> database(Path home, Clock clock) throws IOException {
        try (Database database = Database.open(home, () -> {})) {
            long bytes = Files.size(home.resolve(Database.FILE));
            return database.read(connection -> List.of(
                    "task database: schema " + Schema.of(connection) + ", SQLite "
                            + Sql.word(connection, "SELECT sqlite_version()") + ", journal "
                            + Sql.word(connection, "PRAGMA journal_mode") + ", " + bytes / 1024 + " KiB",
                    "database check: " + sound(connection),
                    "tasks: " + counts(new TaskTable(new StoredJson(), clock).countByState(connection))));
        }
    }

    private static String sound(Connection connection) throws SQLException {
        String result = Sql.word(connection, "PRAGMA quick_check(1)");
        if (!result.equals("ok")) {
            throw new StoreUnavailable("The task database is damaged. It was left as it is: move " + Database.FILE
                    + " and its neighbours of that name out of the data folder to start with an empty one.");
        }
        return result;
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
