package dev.wanvideo.bench;

import dev.wanvideo.replica.Replica;
import dev.wanvideo.sandbox.SandboxBooks;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Notes in the database itself how late each step was taken up after the time that was planned for it. */
final class FlightRecorder implements AutoCloseable {
    private static final List<String> NOTES = List.of(
            "CREATE UNLOGGED TABLE late (millis BIGINT NOT NULL)",
            "CREATE FUNCTION note_late() RETURNS TRIGGER LANGUAGE plpgsql AS"
                    + " 'BEGIN INSERT INTO late VALUES (NEW.last_heartbeat - OLD.execution_time); RETURN NULL; END'",
            "CREATE TRIGGER late AFTER UPDATE ON task_step FOR EACH ROW"
                    + " WHEN (NEW.picked AND NOT OLD.picked AND OLD.execution_time > 0) EXECUTE FUNCTION note_late()");
    private static final String LATE = "SELECT COUNT(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY millis),"
            + " percentile_disc(0.99) WITHIN GROUP (ORDER BY millis), MAX(millis) FROM late";

    private final Connection connection;

    private FlightRecorder(Connection connection) {
        this.connection = connection;
    }

    /** @param url of a database that already has its tables */
    static FlightRecorder on(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        FlightRecorder recorder = new FlightRecorder(connection);
        for (String note : NOTES) {
            recorder.run(note);
        }
        return recorder;
    }

    long inFlight() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM video_task WHERE state = 'running'")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** What happens in so many seconds. */
    String watched(List<Replica> replicas, SandboxBooks books, int seconds)
            throws IOException, InterruptedException, SQLException {
        run("TRUNCATE late");
        long polls = polls(books);
        double cpu = cpu(replicas);
        List<String> prints = new ArrayList<>();
        long start = System.nanoTime();
        for (Replica replica : replicas) {
            Footprint print =
                    Footprint.during(replica.pid(), Duration.ofSeconds(seconds).dividedBy(replicas.size()));
            prints.add(String.format(
                    Locale.ROOT,
                    "%.0f MiB resident, %d threads, %.0f %% of a core",
                    print.mib(),
                    print.threads(),
                    print.cpuPercent()));
        }
        double passed = (System.nanoTime() - start) / 1e9;
        long asked = polls(books) - polls;
        double used = cpu(replicas) - cpu;
        return String.format(
                Locale.ROOT,
                "%d looks at providers in %.0f s: %.0f a second, %.0f for each second of the replicas' processor"
                        + " time%n%s%nreplicas: %s",
                asked,
                passed,
                asked / passed,
                asked / used,
                late(),
                String.join("; ", prints));
    }

    private String late() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LATE)) {
            row.next();
            return String.format(
                    Locale.ROOT,
                    "%d steps taken up after the time that was planned: p50 %d ms, p99 %d ms, max %d ms",
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4));
        }
    }

    private static long polls(SandboxBooks books) {
        return books.entries().stream().mapToLong(SandboxBooks.Entry::polls).sum();
    }

    private static double cpu(List<Replica> replicas) throws IOException {
        double seconds = 0;
        for (Replica replica : replicas) {
            seconds += Footprint.cpuSeconds(replica.pid());
        }
        return seconds;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
