package dev.wanvideo.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the ledger of a home: the outcomes of each task's attempts, in order. */
final class Ledger {
    private Ledger() {}

    static Map<String, List<String>> of(Path folder) throws IOException {
        return of(Samples.settings(folder));
    }

    static Map<String, List<String>> of(TaskSettings settings) {
        try (Database database = Databases.open(settings)) {
            Map<String, List<String>> outcomes = new TreeMap<>();
            database.read(connection -> Sql.all(
                    connection,
                    "SELECT task_id, outcome FROM submit_attempt ORDER BY attempt",
                    row -> outcomes.computeIfAbsent(row.getString("task_id"), id -> new ArrayList<>())
                            .add(String.valueOf(row.getString("outcome")))));
            return outcomes;
        }
    }
}
