package dev.wanvideo.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            return new HomeReport(database(settings), Optional.empty());
        } catch (StoreUnavailable e) {
            return new HomeReport(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> database(TaskSettings settings) {
        try (Database database = Databases.open(settings)) {
            TaskTable table = new TaskTable(new StoredJson(), settings.clock());
            String tasks = "tasks: " + counts(database.read(table::countByState));
            return Stream.concat(database.facts().stream(), Stream.of(tasks)).toList();
        }
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
