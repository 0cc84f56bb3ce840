package dev.wanvideo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;

/** Looks on from outside while a server has films made: at its database, and at its process as Linux tells of it. */
final class LoadWatch {
    private static final double TICKS_A_SECOND = 100;
    private static final int TOLD_EVERY = 10;

    private final Path database;
    private final Path process;
    private Map<String, Integer> states = Map.of();
    private int mostInFlight;
    private int mostThreads;
    private double cpuSeconds;
    private double peakMib;

    LoadWatch(Path home, long pid) {
        this.database = home.resolve("wan-video.db");
        this.process = Path.of("/proc", Long.toString(pid));
    }

    void look(long second) throws SQLException, IOException {
        if (Files.exists(process.resolve("stat"))) {
            footprint();
        }
        if (Files.exists(database)) {
            states = counts();
            mostInFlight = Math.max(mostInFlight, states.getOrDefault("running", 0));
        }
        if (second % TOLD_EVERY == 0) {
            System.err.println(second + " s: " + states);
        }
    }

    private void footprint() throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        // The name in brackets may hold anything; user and system time are the 12th and 13th words behind it.
        List<String> words = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        cpuSeconds = (Long.parseLong(words.get(11)) + Long.parseLong(words.get(12))) / TICKS_A_SECOND;
        mostThreads = Math.max(mostThreads, (int) number("Threads:"));
        peakMib = number("VmHWM:") / 1024.0;
    }

    private long number(String name) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private Map<String, Integer> counts() throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        rows(
                "SELECT state, COUNT(*) FROM video_task GROUP BY state",
                row -> counts.put(row.getString(1), row.getInt(2)));
        return counts;
    }

    /** When each film was there, by its request_id, in milliseconds since 1970. */
    Map<String, Long> there() throws SQLException {
        Map<String, Long> there = new HashMap<>();
        rows(
                "SELECT client_key, updated_at FROM video_task WHERE state = 'succeeded'",
                row -> there.put(row.getString(1), row.getLong(2)));
        return there;
    }

    private void rows(String query, Reading reading) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(30_000);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'video_task'")) {
            if (!tables.next()) {
                return;
            }
            try (Statement asked = connection.createStatement();
                    ResultSet rows = asked.executeQuery(query)) {
                while (rows.next()) {
                    reading.read(rows);
                }
            }
        }
    }

    /** Whether so many tasks have ended. */
    boolean over(int tasks) {
        return states.getOrDefault("succeeded", 0)
                        + states.getOrDefault("failed", 0)
                        + states.getOrDefault("cancelled", 0)
                >= tasks;
    }

    Map<String, Integer> states() {
        return states;
    }

    int mostInFlight() {
        return mostInFlight;
    }

    int mostThreads() {
        return mostThreads;
    }

    double cpuSeconds() {
        return cpuSeconds;
    }

    double peakMib() {
        return peakMib;
    }

    /** Takes one row in. */
    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }
}
