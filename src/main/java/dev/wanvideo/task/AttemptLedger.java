package dev.wanvideo.task;

import dev.wanvideo.video.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every attempt that was ever begun, in {@code submit_attempt}: rows are added, closed once, and never removed. What is
 * open or may have been charged counts towards the day on which it was begun, in UTC.
 */
final class AttemptLedger {
    private static final int MICROS = 6;
    private static final String FREE_ENDS =
            "('interrupted', 'cancelled', 'failed', 'refused', 'not_sent', 'failed_free', 'not_charged')";
    private static final String NOT_ENDED = "(outcome IS NULL OR outcome IN ('accepted', 'accepted_late', 'unknown'))";
    private static final String ENDED_WITHOUT_FILM = "outcome NOT IN ('accepted', 'accepted_late', 'unknown', 'made')";

    private final StoredJson json;
    private final Clock clock;

    AttemptLedger(StoredJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** The row's next attempt. */
    void open(Connection connection, TaskRow row, BigDecimal reservedUsd, Beginning beginning) throws SQLException {
        int attempt = row.attempt() + 1;
        Sql.update(
                connection,
                "INSERT INTO submit_attempt (task_id, tenant, attempt, provider, account_fp, idem_key, intent_at,"
                        + " est_cost_micros, baseline_json, intent_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.tenant(),
                attempt,
                row.task().provider(),
                row.account(),
                row.id() + "-" + attempt,
                clock.instant(),
                micros(reservedUsd),
                beginning.baseline().map(ids -> json.words(ids.stream().sorted().toList())),
                beginning.intent());
    }

    /** Whether the row's present attempt was begun by this very intent. */
    boolean isIntent(Connection connection, TaskRow row, String key) throws SQLException {
        return intent(connection, row).equals(Optional.of(key));
    }

    /** The key of the intent that began the row's present attempt. */
    Optional<String> intent(Connection connection, TaskRow row) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT intent_key FROM submit_attempt WHERE task_id = ? AND attempt = ?",
                        found -> Sql.text(found, "intent_key"),
                        row.id(),
                        row.attempt())
                .flatMap(found -> found);
    }

    /** Closes the row's present attempt, if it has not ended. */
    void close(Connection connection, TaskRow row, AttemptEnd end) throws SQLException {
        close(connection, row, end, Settler.STEP);
    }

    void close(Connection connection, TaskRow row, AttemptEnd end, Settler by) throws SQLException {
        Sql.update(
                connection,
                "UPDATE submit_attempt SET outcome = ?, resolved_by = ?, resolved_at = ?"
                        + " WHERE task_id = ? AND attempt = ? AND " + NOT_ENDED,
                end.word(),
                by.word(),
                clock.instant(),
                row.id(),
                row.attempt());
    }

    /** Writes down why the present attempt stands as it does. */
    void reason(Connection connection, TaskRow row, Optional<Category> category, Optional<Integer> status, String note)
            throws SQLException {
        Sql.update(
                connection,
                "UPDATE submit_attempt SET category = ?, http_status = ?, note = ? WHERE task_id = ? AND attempt = ?",
                category.map(Category::word),
                status,
                note,
                row.id(),
                row.attempt());
    }

    /** The provider took the present attempt on. */
    void accepted(Connection connection, TaskRow row, String providerTaskId, Settler by) throws SQLException {
        close(connection, row, AttemptEnd.ACCEPTED, by);
        taskId(connection, row, providerTaskId);
    }

    /** A person knows better how the present attempt ended than was written down. */
    void corrected(Connection connection, TaskRow row, AttemptEnd end) throws SQLException {
        Sql.update(
                connection,
                "UPDATE submit_attempt SET outcome = ?, resolved_by = ?, resolved_at = ? WHERE task_id = ? AND attempt = ?",
                end.word(),
                Settler.PERSON.word(),
                clock.instant(),
                row.id(),
                row.attempt());
    }

    /** The provider took the present attempt on after all, if it had been settled otherwise; it counts again. */
    void acceptedLate(Connection connection, TaskRow row) throws SQLException {
        Sql.update(
                connection,
                "UPDATE submit_attempt SET outcome = ? WHERE task_id = ? AND attempt = ? AND " + ENDED_WITHOUT_FILM,
                AttemptEnd.ACCEPTED_LATE.word(),
                row.id(),
                row.attempt());
    }

    /**
     * Somebody who knows the key of the present submission says by which id it goes at its provider; who says two ids
     * says none. Only of one that nobody knows, or knows yet, to have been taken on.
     */
    static boolean hint(Connection connection, String key, String theirs) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE submit_attempt SET hint_task_id ="
                                + " CASE WHEN COALESCE(hint_task_id, ?) = ? THEN ? ELSE '' END"
                                + " WHERE (task_id, attempt) IN (SELECT id, attempt FROM video_task WHERE callback_sha = ?"
                                + " AND provider_task_id IS NULL AND state IN ('submitting', 'submission_unknown'))",
                        theirs,
                        theirs,
                        theirs,
                        CallbackKey.sha256(key))
                == 1;
    }

    /** The id that the present attempt is said to have. */
    static Optional<String> hint(Connection connection, TaskRow row) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT hint_task_id FROM submit_attempt WHERE task_id = ? AND attempt = ?",
                        found -> Sql.text(found, "hint_task_id"),
                        row.id(),
                        row.attempt())
                .flatMap(found -> found)
                .filter(id -> !id.isEmpty());
    }

    static void taskId(Connection connection, TaskRow row, String providerTaskId) throws SQLException {
        Sql.update(
                connection,
                "UPDATE submit_attempt SET provider_task_id = ?" + " WHERE task_id = ? AND attempt = ?",
                providerTaskId,
                row.id(),
                row.attempt());
    }

    /** What the provider says it took; that counts instead of the estimate. */
    void charged(Connection connection, TaskRow row, Optional<BigDecimal> usd) throws SQLException {
        Sql.update(
                connection,
                "UPDATE submit_attempt SET charge_micros = COALESCE(?, charge_micros) WHERE task_id = ? AND attempt = ?",
                usd.map(AttemptLedger::micros),
                row.id(),
                row.attempt());
    }

    /** Providers that refused this task or could not be reached for it, each with the latest reason. */
    Map<String, String> ruledOut(Connection connection, TaskRow row) throws SQLException {
        Map<String, String> reasons = new LinkedHashMap<>();
        Sql.all(
                connection,
                "SELECT provider, note FROM submit_attempt WHERE task_id = ? AND category IS NOT NULL"
                        + " AND outcome IN ('refused', 'not_sent') ORDER BY attempt",
                found -> reasons.put(found.getString("provider"), String.valueOf(found.getString("note"))),
                row.id());
        return reasons;
    }

    /** How many attempts of this task at its present provider ended so. */
    int count(Connection connection, TaskRow row, AttemptEnd end, Category category) throws SQLException {
        return (int) Sql.number(
                connection,
                "SELECT COUNT(*) FROM submit_attempt WHERE task_id = ? AND provider = ? AND outcome = ? AND category = ?",
                row.id(),
                row.task().provider(),
                end.word(),
                category.word());
    }

    /** What the provider's list had before the present attempt; empty when that is not known. */
    Optional<Set<String>> baseline(Connection connection, TaskRow row) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT baseline_json FROM submit_attempt WHERE task_id = ? AND attempt = ?",
                        found -> Sql.text(found, "baseline_json"),
                        row.id(),
                        row.attempt())
                .flatMap(stored -> stored)
                .map(stored -> new HashSet<>(json.words(stored)));
    }

    /**
     * US dollars that a tenant's attempts of today may cost or have cost. Attempts of tomorrow were begun before the clock was set
     * back; they count, so that the budget is not there twice.
     */
    BigDecimal reservedToday(Connection connection, String tenant) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long micros = Sql.number(
                connection,
                "SELECT COALESCE(SUM(COALESCE(charge_micros, est_cost_micros)), 0) FROM submit_attempt"
                        + " WHERE tenant = ? AND intent_at >= ? AND intent_at < ? AND (outcome IS NULL OR outcome NOT IN "
                        + FREE_ENDS
                        + ")",
                tenant,
                start(today),
                start(today.plusDays(2)));
        return BigDecimal.valueOf(micros, MICROS).stripTrailingZeros();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static long micros(BigDecimal usd) {
        return usd.setScale(MICROS, RoundingMode.CEILING).unscaledValue().longValueExact();
    }
}
