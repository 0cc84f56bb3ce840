package dev.wanvideo.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must be true of a home when all is over, whatever was done to its servers. */
final class Promises {
    /** What a home holds beside its database, for good. */
    private static final String KEPT = "native/[^/]+/[^/]+\\.(so|dll|dylib|jnilib)|letters/[^/]+\\.ttf";

    private final KillOrder order;
    private final Orders orders;
    private final List<String> broken = new ArrayList<>();

    Promises(KillOrder order, Orders orders) {
        this.order = order;
        this.orders = orders;
    }

    /** One line for each broken promise. */
    List<String> broken() throws SQLException, IOException {
        try (HomeReader reader = HomeReader.open(order.home())) {
            reader.rows("PRAGMA integrity_check", row -> row.getString(1)).stream()
                    .filter(line -> !line.equals("ok"))
                    .forEach(line -> broken.add("integrity_check: " + line));
            reader.stranded().forEach(id -> broken.add("no next step: " + id));
            reader.rows("SELECT task_instance FROM task_step", row -> row.getString(1))
                    .forEach(id -> broken.add("a step left over: " + id));
            List<Ended> tasks = tasks(reader);
            acknowledged(tasks);
            tasks.forEach(this::end);
            ledger(reader, tasks);
            films(tasks);
        }
        temporary();
        return broken;
    }

    private static List<Ended> tasks(HomeReader reader) throws SQLException {
        return reader.rows(
                "SELECT id, state, attempt, result_path, result_sheet, result_sha256, error_json FROM video_task",
                row -> new Ended(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        String.valueOf(row.getString(4)),
                        String.valueOf(row.getString(5)),
                        String.valueOf(row.getString(6)),
                        String.valueOf(row.getString(7))));
    }

    private void acknowledged(List<Ended> tasks) {
        Set<String> ids = new HashSet<>();
        tasks.forEach(task -> ids.add(task.id()));
        orders.acknowledged().forEach((key, id) -> {
            if (!ids.contains(id)) {
                broken.add("acknowledged and lost: " + key + " " + id);
            }
        });
        if (tasks.size() != orders.asked()) {
            broken.add(orders.asked() + " films asked for, " + tasks.size() + " tasks there");
        }
    }

    private void end(Ended task) {
        boolean stopped = task.state().equals("cancelled") && orders.cancelAsked(task.id());
        if (!task.succeeded() && !stopped) {
            broken.add(task.id() + " ended " + task.state() + " " + task.error());
        }
        if (orders.cancelled().contains(task.id()) && !stopped) {
            broken.add(task.id() + " was acknowledged as cancelled and is " + task.state());
        }
    }

    /** Every attempt closed, and exactly one that made the film of a task that has one. */
    private void ledger(HomeReader reader, List<Ended> tasks) throws SQLException {
        Map<String, Integer> made = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        reader.rows("SELECT task_id, attempt, outcome FROM submit_attempt", row -> {
            lines.merge(row.getString(1), 1, Integer::sum);
            if (row.getString(3) == null) {
                broken.add("attempt never closed: " + row.getString(1) + " " + row.getInt(2));
            } else if (row.getString(3).equals("made")) {
                made.merge(row.getString(1), 1, Integer::sum);
            }
            return true;
        });
        for (Ended task : tasks) {
            int films = made.getOrDefault(task.id(), 0);
            if (films != (task.succeeded() ? 1 : 0)) {
                broken.add(task.id() + " " + task.state() + " was finished " + films + " times in the ledger");
            }
            if (lines.getOrDefault(task.id(), 0) != task.attempt()) {
                broken.add(task.id() + " has " + lines.get(task.id()) + " lines for " + task.attempt() + " attempts");
            }
        }
    }

    /** The output folder holds the films and sheets of the tasks that succeeded, byte for byte, and nothing else. */
    private void films(List<Ended> tasks) throws IOException {
        Set<String> expected = new HashSet<>();
        for (Ended task : tasks) {
            if (task.succeeded()) {
                expected.add(task.film());
                expected.add(task.sheet());
                if (!Files.exists(Path.of(task.film())) || !Files.exists(Path.of(task.sheet()))) {
                    broken.add("film or sheet missing: " + task.film());
                } else if (!sha256(Path.of(task.film())).equals(task.sha256())) {
                    broken.add("film is not the one of its row: " + task.film());
                }
            }
        }
        for (Path file : below(order.films())) {
            if (!expected.contains(file.toString())) {
                broken.add("in the output folder and nobody's: " + file.getFileName());
            }
        }
    }

    private void temporary() throws IOException {
        List<Path> left = new ArrayList<>(below(order.temp()));
        for (Path file : below(order.home())) {
            String name = order.home().relativize(file).toString();
            if (!name.startsWith("wan-video.db") && !name.matches(KEPT)) {
                left.add(file);
            }
        }
        left.forEach(file -> broken.add("left behind: " + order.folder().relativize(file)));
    }

    /** Whether working files are there that a start should remove. */
    static boolean scratch(KillOrder order) {
        try {
            return Stream.concat(below(order.home()).stream(), below(order.films()).stream())
                    .map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.endsWith(".part") || name.startsWith("probe"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Ended(String id, String state, int attempt, String film, String sheet, String sha256, String error) {
        boolean succeeded() {
            return state.equals("succeeded");
        }
    }
}
