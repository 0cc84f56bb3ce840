package dev.wanvideo.task;

import dev.wanvideo.provider.Manners;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.video.Charged;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds and adds rows of {@code video_task}, the truth about every task. */
final class TaskTable {
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    // A process that was held up may notice the end of its call late.
    private static final Duration ANSWERED_BY_THEN = ProviderGateway.LONGEST_SUBMISSION.plusMinutes(10);
    private static final String ENDED = "('succeeded', 'failed', 'cancelled')";

    private final StoredJson json;
    private final PlanJson plans = new PlanJson();
    private final Clock clock;
    private final TaskReader reader;

    TaskTable(StoredJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
        this.reader = new TaskReader(json, clock);
    }

    /** For steps and for the owner of the home, who are nobody's tenant. */
    Optional<TaskRow> find(Connection connection, String id) throws SQLException {
        return Sql.first(connection, "SELECT * FROM video_task WHERE id = ?", reader, id);
    }

    Optional<TaskRow> find(Connection connection, String tenant, String id) throws SQLException {
        return Sql.first(connection, "SELECT * FROM video_task WHERE id = ? AND tenant = ?", reader, id, tenant);
    }

    Optional<TaskRow> byClientKey(Connection connection, String tenant, String key) throws SQLException {
        return Sql.first(
                connection, "SELECT * FROM video_task WHERE tenant = ? AND client_key = ?", reader, tenant, key);
    }

    /** The tenant's oldest task for an equal request that has not ended. */
    Optional<TaskRow> active(Connection connection, String tenant, String requestSha) throws SQLException {
        return Sql.first(
                connection,
                "SELECT * FROM video_task WHERE tenant = ? AND request_sha = ? AND state NOT IN " + ENDED
                        + " ORDER BY created_at, id LIMIT 1",
                reader,
                tenant,
                requestSha);
    }

    List<TaskRow> newest(Connection connection, String tenant, Optional<TaskStatus> status, int limit)
            throws SQLException {
        return understood(Sql.all(
                connection,
                "SELECT * FROM video_task WHERE tenant = ? AND state = COALESCE(?, state)"
                        + " ORDER BY created_at DESC, id DESC LIMIT ?",
                reader::readIfUnderstood,
                tenant,
                status,
                limit));
    }

    /** The task that wants or wanted its film in this place. */
    Optional<TaskRow> byTarget(Connection connection, Path film) throws SQLException {
        return Sql.first(connection, "SELECT * FROM video_task WHERE target_path = ?", reader, film);
    }

    /** Ids by which the provider knows other tasks of the row's account. */
    Set<String> boundIds(Connection connection, TaskRow row) throws SQLException {
        return Set.copyOf(Sql.all(
                connection,
                "SELECT provider_task_id FROM video_task WHERE provider = ? AND account_fp = ? AND id <> ?"
                        + " AND provider_task_id IS NOT NULL",
                found -> found.getString(1),
                row.task().provider(),
                row.account(),
                row.id()));
    }

    /** Other tasks of the row's account of which nobody can tell, or can tell yet, whether they were taken on. */
    List<TaskRow> unclearBeside(Connection connection, TaskRow row) throws SQLException {
        return understood(Sql.all(
                connection,
                "SELECT * FROM video_task WHERE provider = ? AND account_fp = ? AND id <> ?"
                        + " AND state IN ('submitting', 'submission_unknown')",
                reader::readIfUnderstood,
                row.task().provider(),
                row.account(),
                row.id()));
    }

    /** Tasks that wait for a step that is not there. */
    List<TaskRow> stranded(Connection connection) throws SQLException {
        return understood(Sql.all(
                connection,
                "SELECT * FROM video_task v WHERE state NOT IN " + ENDED
                        + " AND NOT EXISTS (SELECT 1 FROM task_step s WHERE s.task_instance = v.id"
                        + " AND s.task_name = 'drive.' || v.provider || '.' || v.account_fp)",
                reader::readIfUnderstood));
    }

    /**
     * Whether a process may still be receiving the film of a task that was settled as not taken on: its working files
     * are then not to be cleared away.
     */
    boolean answerMayCome(Connection connection, TaskRow row) throws SQLException {
        return Sql.number(
                        connection,
                        "SELECT COUNT(*) FROM submit_attempt WHERE task_id = ? AND attempt = ? AND intent_at > ?"
                                + " AND outcome = 'not_charged'",
                        row.id(),
                        row.attempt(),
                        clock.instant().minus(ANSWERED_BY_THEN))
                > 0;
    }

    private static List<TaskRow> understood(List<Optional<TaskRow>> rows) {
        return rows.stream().flatMap(Optional::stream).toList();
    }

    Map<String, Long> countByState(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        Sql.all(
                connection,
                "SELECT state, COUNT(*) AS n FROM video_task GROUP BY state",
                row -> counts.put(row.getString("state"), row.getLong("n")));
        return counts;
    }

    void add(Connection connection, String tenant, String id, String account, NewTask wanted) throws SQLException {
        Plan plan = wanted.plan();
        Instant now = clock.instant();
        Sql.update(
                connection,
                "INSERT INTO video_task (id, tenant, client_key, provider, account_fp, candidates, request_json,"
                        + " request_sha, outgoing_json, warnings_json, seed, state, attempt, progress,"
                        + " typical_seconds, quote_low, quote_high, charged, rev, created_at, updated_at, deadline_at,"
                        + " wish_json, findings_json, resolution, failed_is_free)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
                id,
                tenant,
                wanted.clientKey(),
                plan.provider().descriptor().id(),
                account,
                json.considered(plan.considered()),
                json.request(wanted.request()),
                wanted.requestSha(),
                json.outgoing(plan.request()),
                json.words(wanted.warnings()),
                wanted.request().seed(),
                TaskStatus.QUEUED,
                plan.provider().descriptor().typicalSeconds(),
                plan.quote().lowUsd(),
                plan.quote().highUsd(),
                Charged.NO.word(),
                now,
                now,
                now.plus(GIVEN_UP_AFTER),
                plans.wish(wanted.wish()),
                plans.findings(wanted.findings()),
                wanted.request().format().resolution().word(),
                plan.provider()
                        .descriptor()
                        .manners()
                        .map(Manners::failedIsFree)
                        .orElse(false));
    }
}
