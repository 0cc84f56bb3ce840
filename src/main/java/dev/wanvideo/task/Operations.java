package dev.wanvideo.task;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What whoever runs a server asks of its home. Every method may throw {@link StoreUnavailable}. */
public final class Operations {
    private static final int MICROS = 6;
    private static final int LONGEST_ID = 200;
    private static final String MONEY = "SELECT provider, SUM(est_cost_micros) AS quoted, SUM(COALESCE(charge_micros,"
            + " CASE WHEN outcome IN ('made', 'failed_charged') THEN est_cost_micros ELSE 0 END)) AS charged"
            + " FROM submit_attempt GROUP BY provider";

    private final Database database;
    private final Path outputDir;
    private final Clock clock;
    private final List<String> held;
    private final Runnable look;

    /**
     * @param held the step names that this process can carry out
     * @param look has due steps taken up now
     */
    Operations(Database database, TaskSettings settings, List<String> held, Runnable look) {
        this.database = database;
        this.outputDir = settings.outputDir();
        this.clock = settings.clock();
        this.held = List.copyOf(held);
        this.look = look;
    }

    /** The task whose provider was told to call back under this key; empty when there is none. */
    public Optional<Expected> expected(String key) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT id, provider, provider_task_id FROM video_task WHERE callback_sha = ?",
                row -> new Expected(row.getString("id"), row.getString("provider"), Sql.text(row, "provider_task_id")),
                CallbackKey.sha256(key)));
    }

    /**
     * Keeps what a call under this key said of a submission of which nobody can tell whether it was taken on: where to
     * look for it, and no more.
     *
     * @param providerTaskId as the call has it
     */
    public void hint(String key, String providerTaskId) {
        if (providerTaskId.length() <= LONGEST_ID) {
            database.write(Hold.NOTHING, connection -> AttemptLedger.hint(connection, key, providerTaskId));
        }
    }

    /** Has the next step of a task done at once: somebody says that there is something to see. */
    public void hasten(String taskId) {
        database.writeUnsynced(Hold.NOTHING, connection -> {
            StepQueue.hasten(connection, taskId);
            return true;
        });
        look.run();
    }

    /** Reads a row, so that a database which is gone or damaged is noticed. */
    public void requireStore() {
        database.read(connection -> Sql.number(connection, "SELECT COUNT(*) FROM video_task WHERE id = ''"));
    }

    /** Writes a file where films go and removes it. */
    public void requireOutput() {
        OutputFolder.require(outputDir, "output folder", "WAN_VIDEO_OUTPUT_DIR");
    }

    /** As they are now. */
    public HouseFigures figures() {
        return database.read(this::figures);
    }

    private HouseFigures figures(Connection connection) throws SQLException {
        Map<TaskStatus, Long> tasks = new EnumMap<>(TaskStatus.class);
        Sql.all(
                connection,
                "SELECT state, COUNT(*) AS n FROM video_task GROUP BY state",
                row -> tasks.put(TaskStatus.of(row.getString("state")), row.getLong("n")));
        Map<String, HouseFigures.Money> money = new HashMap<>();
        Sql.all(connection, MONEY, row -> money.put(row.getString("provider"), money(row)));
        Instant now = clock.instant();
        // What is due at once has no time of its own: it waits since its task last changed.
        Due due = Sql.first(
                        connection,
                        "SELECT COUNT(*) AS n, MIN(CASE WHEN s.execution_time = 0 THEN v.updated_at"
                                + " ELSE s.execution_time END) AS since FROM task_step s"
                                + " JOIN video_task v ON v.id = s.task_instance"
                                + " WHERE s.picked = ? AND s.execution_time <= ? AND s.task_name IN (" + places() + ")",
                        row -> new Due(
                                row.getLong("n"), Sql.maybeInstant(row, "since").orElse(now)),
                        values(now))
                .orElseThrow();
        Duration oldest = Duration.between(due.since(), now);
        return new HouseFigures(tasks, money, due.steps(), oldest.isNegative() ? Duration.ZERO : oldest);
    }

    private static HouseFigures.Money money(ResultSet row) throws SQLException {
        return new HouseFigures.Money(
                BigDecimal.valueOf(row.getLong("quoted"), MICROS), BigDecimal.valueOf(row.getLong("charged"), MICROS));
    }

    private String places() {
        return held.isEmpty() ? "''" : String.join(", ", Collections.nCopies(held.size(), "?"));
    }

    private Object[] values(Instant now) {
        Object[] values = new Object[held.size() + 2];
        values[0] = false;
        values[1] = now;
        for (int i = 0; i < held.size(); i++) {
            values[i + 2] = held.get(i);
        }
        return values;
    }

    private record Due(long steps, Instant since) {}
}
