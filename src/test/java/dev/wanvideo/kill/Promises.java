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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be true of a home when all is over, whatever was done to its servers. */
final class Promises {
    /** What a home holds beside its database, for good. */
    private static final String KEPT = "native/[^/]+/[^/]+\\.(so|dll|dylib|jnilib)|letters/[^/]+\\.ttf";

    private final KillOrder order;
    private final Stage stage;
    private final Orders orders;
    private final List<String> broken = new ArrayList<>();

    Promises(KillOrder order, Stage stage, Orders orders) {
        this.order = order;
        this.stage = stage;
        this.orders = orders;
    }

    /** One line for each broken promise. */
    List<String> broken() throws SQLException, IOException {
        try (HomeReader reader = HomeReader.open(order.home())) {
            reader.rows("PRAGMA integrity_check", row -> row.getString(1)).stream()
                    .filter(line -> !line.equals("ok"))
                    .forEach(line -> broken.add("integrity_check: " + line));
            reader.stranded().forEach(id -> broken.add("no next step: " + id));
            List<Ended> tasks = reader.rows(Ended.QUERY, Ended::read);
            steps(reader, tasks);
            acknowledged(tasks);
            attempts(reader, tasks);
            broken.addAll(stage.broken(reader, tasks, orders.cancelAsked()));
            films(tasks);
            signs(tasks);
        }
        temporary();
        return broken;
    }

    private void steps(HomeReader reader, List<Ended> tasks) throws SQLException {
        Set<String> unclear =
                tasks.stream().filter(Ended::unclear).map(Ended::id).collect(Collectors.toSet());
        reader.rows("SELECT task_instance FROM task_step", row -> row.getString(1)).stream()
                .filter(id -> !unclear.contains(id))
                .forEach(id -> broken.add("a step left over: " + id));
    }

    private void acknowledged(List<Ended> tasks) {
        Map<String, Ended> byId = tasks.stream().collect(Collectors.toMap(Ended::id, task -> task));
        orders.acknowledged().forEach((key, id) -> {
            if (!byId.containsKey(id)) {
                broken.add("acknowledged and lost: " + key + " " + id);
            }
        });
        orders.cancelled().stream()
                .filter(id -> !byId.containsKey(id) || !byId.get(id).cancelled())
                .forEach(id -> broken.add("acknowledged as cancelled and not: " + byId.get(id)));
        if (tasks.size() != orders.asked()) {
            broken.add(orders.asked() + " films asked for, " + tasks.size() + " tasks there");
        }
    }

    private void attempts(HomeReader reader, List<Ended> tasks) throws SQLException {
        Map<String, Integer> lines = new HashMap<>();
        reader.rows("SELECT task_id FROM submit_attempt", row -> lines.merge(row.getString(1), 1, Integer::sum));
        for (Ended task : tasks) {
            if (lines.getOrDefault(task.id(), 0) != task.attempt()) {
                broken.add(task.id() + " has " + lines.get(task.id()) + " lines for " + task.attempt() + " attempts");
            }
        }
    }

    /** The output folder holds what belongs to the tasks that succeeded, the films byte for byte, and nothing else. */
    private void films(List<Ended> tasks) throws IOException {
        Set<String> expected = new HashSet<>();
        for (Ended task : tasks) {
            if (task.succeeded()) {
                expected.addAll(task.files());
                if (!task.files().stream().map(Path::of).allMatch(Files::exists)) {
                    broken.add("film, sheet, poster or sidecar missing: " + task.film());
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
            if (!name.startsWith("wan-video.db") && !name.matches(KEPT) && !file.startsWith(signs(order))) {
                left.add(file);
            }
        }
        left.forEach(file -> broken.add("left behind: " + order.folder().relativize(file)));
    }

    /** A sign that tasks have steps to take is up as long as some have. */
    private void signs(List<Ended> tasks) throws IOException {
        int shown = below(signs(order)).size();
        int wanted = tasks.stream().anyMatch(Ended::unclear) ? 1 : 0;
        if (shown != wanted) {
            broken.add(shown + " signs of unfinished tasks instead of " + wanted);
        }
    }

    private static Path signs(KillOrder order) {
        return order.home().resolve("unfinished");
    }

    /** Whether working files are there that a start should remove. */
    static boolean scratch(KillOrder order) {
        try {
            return below(signs(order)).size() > 1
                    || Stream.concat(below(order.home()).stream(), below(order.films()).stream())
                            .map(file -> file.getFileName().toString())
                            .anyMatch(name ->
                                    name.endsWith(".part") || name.endsWith(".part.note") || name.startsWith("probe"));
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
}
