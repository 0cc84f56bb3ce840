package dev.wanvideo.task;

import dev.wanvideo.provider.Manners;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Charged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changes of state that only a film which is made elsewhere makes, under the rules of {@link TaskMoves}. */
final class RemoteMoves {
    /** Whether the provider took it on is not known, or not known yet. */
    private static final String UNCLEAR = "'submitting', 'submission_unknown'";

    private static final int NEARLY_ALL = 99;

    private final StoredJson json;
    private final PlanJson plans = new PlanJson();
    private final Clock clock;
    private final RowChange change;

    RemoteMoves(StoredJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
        this.change = new RowChange(clock);
    }

    /** Its media are being brought to where its provider can fetch them. */
    boolean preparing(Connection connection, TaskRow row) throws SQLException {
        return row.status() == TaskStatus.PREPARING
                ? change.silent(connection, row, "'preparing'", "prepared_until = NULL")
                : change.visible(
                        connection, row, "'queued'", "state = 'preparing', prepared_until = NULL, vain_looks = 0");
    }

    /** They are there, and the request names their addresses. */
    boolean prepared(Connection connection, TaskRow row, Shipped.Ready ready) throws SQLException {
        return change.silent(
                connection,
                row,
                "'preparing'",
                "outgoing_json = ?, prepared_until = ?, vain_looks = 0",
                json.outgoing(ready.request()),
                ready.until());
    }

    /** Its provider does not take its media. */
    boolean uploadRefused(Connection connection, TaskRow row, String why) throws SQLException {
        Map<String, String> refusals =
                new LinkedHashMap<>(row.remote().preparation().refusals());
        refusals.put(row.task().provider(), why);
        return change.silent(connection, row, "'preparing'", "upload_refusals = ?", plans.reasons(refusals));
    }

    /** Nobody can tell whether the provider took it on. */
    boolean unclear(Connection connection, TaskRow row, TaskError what) throws SQLException {
        return change.visible(
                connection,
                row,
                UNCLEAR,
                "state = 'submission_unknown', charged = 'unknown', vain_looks = 0, error_json = ?",
                json.error(what));
    }

    /** @param submitted when it was, as far as is known */
    boolean accepted(Connection connection, TaskRow row, String taskId, Instant submitted, ProviderReport report)
            throws SQLException {
        return change.visible(
                connection,
                row,
                UNCLEAR,
                "state = 'running', provider_task_id = ?, submitted_at = ?, progress = ?, provider_status = ?,"
                        + " ready_at = ?, provider_record = ?, charged = ?, charge_usd = ?, error_json = NULL,"
                        + " vain_looks = 0, missing_since = NULL",
                taskId,
                submitted,
                percent(row, report),
                report.status(),
                ready(report),
                record(row, report),
                (report.chargedUsd().isPresent() ? Charged.YES : Charged.UNKNOWN).word(),
                report.chargedUsd());
    }

    /** Somebody found the film of a task that had been given up: it is waited for again, until this deadline. */
    boolean reopened(Connection connection, TaskRow row, String taskId, Instant deadline) throws SQLException {
        return change.visible(
                connection,
                row,
                "'failed', 'running'",
                "state = 'running', provider_task_id = ?, deadline_at = ?, error_json = NULL,"
                        + " charged = CASE WHEN charged = 'yes' THEN charged ELSE 'unknown' END,"
                        + " vain_looks = 0, missing_since = NULL, link_retries = 0",
                taskId,
                deadline);
    }

    /** Somebody saw that a task that had been given up was never charged. */
    boolean acquitted(Connection connection, TaskRow row, TaskError what) throws SQLException {
        return change.visible(
                connection, row, "'failed'", "charged = 'no', charge_usd = NULL, error_json = ?", json.error(what));
    }

    /** It goes by another id than somebody thought. */
    boolean rebound(Connection connection, TaskRow row, String taskId) throws SQLException {
        return change.visible(
                connection, row, "'running'", "provider_task_id = ?, missing_since = NULL, vain_looks = 0", taskId);
    }

    /** The provider took it on after it had been ended as something that nobody took on. */
    boolean acceptedAfterTheEnd(Connection connection, TaskRow row, String taskId, TaskError what) throws SQLException {
        return change.visible(
                connection,
                row,
                "'failed', 'cancelled'",
                "provider_task_id = ?, charged = 'unknown', error_json = ?",
                taskId,
                json.error(what));
    }

    /** The answer was the film; it is worth more than what was written down before it came, an end included. */
    boolean delivered(Connection connection, TaskRow row, ProviderReport report) throws SQLException {
        return change.visible(
                connection,
                row,
                UNCLEAR + ", 'running', 'failed', 'cancelled'",
                "state = 'downloading', submitted_at = intent_at, completed_at = ?, progress = ?, provider_status = ?,"
                        + " provider_record = ?, charged = 'yes', charge_usd = ?, error_json = NULL, vain_looks = 0,"
                        + " result_url = NULL, result_expires_at = NULL, missing_since = NULL",
                clock.instant(),
                NEARLY_ALL,
                report.status(),
                record(row, report),
                report.chargedUsd());
    }

    /** Back to the start, since nothing was accepted. */
    boolean requeued(Connection connection, TaskRow row, Optional<OutgoingRequest> otherDoor) throws SQLException {
        return change.visible(
                connection,
                row,
                UNCLEAR,
                "state = 'queued', progress = 0, submitted_at = NULL, charged = 'no', error_json = NULL,"
                        + " outgoing_json = COALESCE(?, outgoing_json)",
                otherDoor.map(json::outgoing));
    }

    /** Back to the start at another provider. */
    boolean rerouted(Connection connection, TaskRow row, Account account, Plan plan, List<String> warnings)
            throws SQLException {
        return change.visible(
                connection,
                row,
                "'preparing', " + UNCLEAR,
                "state = 'queued', progress = 0, submitted_at = NULL, charged = 'no', error_json = NULL,"
                        + " prepared_until = NULL, vain_looks = 0, provider = ?,"
                        + " account_fp = ?, candidates = ?, outgoing_json = ?, quote_low = ?, quote_high = ?,"
                        + " typical_seconds = ?, failed_is_free = ?, warnings_json = ?",
                account.provider(),
                account.fingerprint(),
                json.considered(plan.considered()),
                json.outgoing(plan.request()),
                plan.quote().lowUsd(),
                plan.quote().highUsd(),
                plan.provider().descriptor().typicalSeconds(),
                plan.provider()
                        .descriptor()
                        .manners()
                        .map(Manners::failedIsFree)
                        .orElse(false),
                json.words(warnings));
    }

    /** Something new about a film in the making. */
    boolean told(Connection connection, TaskRow row, ProviderReport report) throws SQLException {
        return change.visible(
                connection,
                row,
                "'running'",
                "progress = ?, provider_status = COALESCE(?, provider_status), ready_at = ?, provider_record = ?,"
                        + " missing_since = NULL, vain_looks = 0",
                percent(row, report),
                report.status(),
                ready(report),
                record(row, report));
    }

    /** The provider knows the task, and nothing new about it. */
    boolean seen(Connection connection, TaskRow row) throws SQLException {
        return change.silent(connection, row, "'running'", "missing_since = NULL, vain_looks = 0");
    }

    /** One more look that brought nothing. */
    boolean vain(Connection connection, TaskRow row) throws SQLException {
        return change.silent(
                connection,
                row,
                "'preparing', 'submission_unknown', 'running', 'downloading'",
                "vain_looks = vain_looks + 1");
    }

    /** One more time that the provider says it knows no such task. */
    boolean missing(Connection connection, TaskRow row, Instant since) throws SQLException {
        return change.silent(connection, row, "'running'", "missing_since = ?, vain_looks = vain_looks + 1", since);
    }

    /** The list of the provider has something that may be this task. */
    boolean perhapsListed(Connection connection, TaskRow row) throws SQLException {
        return change.silent(connection, row, "'submission_unknown'", "vain_looks = 0");
    }

    /**
     * The film is there and waits to be fetched. An address that was told before is no older by having been told again.
     */
    boolean finished(Connection connection, TaskRow row, PollOutcome.Finished film) throws SQLException {
        Optional<Instant> expires = film.linkLife().map(life -> clock.instant().plus(life));
        return change.visible(
                connection,
                row,
                "'running'",
                "state = 'downloading', result_expires_at = CASE WHEN result_url = ? AND result_expires_at IS NOT NULL"
                        + " THEN result_expires_at ELSE ? END, result_url = ?, completed_at = COALESCE(completed_at, ?),"
                        + " progress = ?, provider_status = COALESCE(?, provider_status), provider_record = ?,"
                        + " charged = 'yes', charge_usd = COALESCE(?, charge_usd), vain_looks = 0, missing_since = NULL,"
                        + " fetched_bytes = NULL, fetched_of = NULL",
                film.film().toString(),
                expires,
                film.film().toString(),
                clock.instant(),
                NEARLY_ALL,
                film.report().status(),
                record(row, film.report()),
                film.report().chargedUsd());
    }

    /** More of the film is here. */
    boolean arrived(Connection connection, TaskRow row, Arrival arrival) throws SQLException {
        Optional<Long> total =
                arrival.total().isPresent() ? Optional.of(arrival.total().getAsLong()) : Optional.empty();
        return change.visible(
                connection, row, "'downloading'", "fetched_bytes = ?, fetched_of = ?", arrival.bytes(), total);
    }

    /** The address has no film any more; the provider is asked for a fresh one. */
    boolean relinked(Connection connection, TaskRow row) throws SQLException {
        return change.visible(
                connection,
                row,
                "'downloading'",
                "state = 'running', link_retries = link_retries + 1, vain_looks = 0, missing_since = NULL");
    }

    boolean succeeded(Connection connection, TaskRow row, Film film, List<String> warnings) throws SQLException {
        return change.visible(
                connection,
                row,
                "'downloading'",
                "state = 'succeeded', progress = 100, result_path = ?, result_sheet = ?, result_poster = ?,"
                        + " result_width = ?, result_height = ?, result_seconds = ?, result_bytes = ?, result_sha256 = ?,"
                        + " warnings_json = ?",
                film.path(),
                film.sheet(),
                film.poster(),
                film.size().width(),
                film.size().height(),
                film.seconds(),
                film.bytes(),
                film.sha256(),
                json.words(warnings));
    }

    /** The end, from any state of a film that is made elsewhere. */
    boolean failed(Connection connection, TaskRow row, TaskError error, Charged charged, ProviderReport report)
            throws SQLException {
        return change.visible(
                connection,
                row,
                "'queued', 'preparing', 'running', 'downloading', " + UNCLEAR,
                "state = 'failed', error_json = ?, charged = ?, charge_usd ="
                        + " CASE WHEN ? = 'no' THEN NULL ELSE COALESCE(?, charge_usd) END, provider_status = COALESCE(?, provider_status), provider_record = ?",
                json.error(error),
                charged.word(),
                charged.word(),
                report.chargedUsd(),
                report.status(),
                record(row, report));
    }

    /** The provider stopped it. */
    boolean cancelled(Connection connection, TaskRow row, Charged charged) throws SQLException {
        return change.visible(connection, row, "'running'", "state = 'cancelled', charged = ?", charged.word());
    }

    /** Progress does not go back, and is not whole before the film is there. */
    private static int percent(TaskRow row, ProviderReport report) {
        int before = row.task().advance().percent();
        return Math.min(NEARLY_ALL, Math.max(before, report.percent().orElse(before)));
    }

    private Optional<Instant> ready(ProviderReport report) {
        return report.etaSeconds().map(eta -> clock.instant().plus(Duration.ofSeconds(eta)));
    }

    private Optional<String> record(TaskRow row, ProviderReport report) {
        Map<String, Object> grown = plans.grown(row.task().advance().details(), report.details());
        return grown.isEmpty() ? Optional.empty() : Optional.of(plans.details(grown));
    }

    /** Whether a report tells more than what the row has, for whoever looks at the task. */
    boolean tellsMore(TaskRow row, ProviderReport report) {
        Advance before = row.task().advance();
        return percent(row, report) != before.percent()
                || report.status().isPresent() && !report.status().equals(before.providerStatus())
                || otherEta(before.etaSeconds(), report.etaSeconds())
                || !plans.grown(before.details(), report.details()).equals(before.details());
    }

    // Seconds that pass are nothing new; a guess that moved is.
    private static boolean otherEta(Optional<Integer> before, Optional<Integer> told) {
        return told.isPresent()
                && Math.abs(told.get() - before.orElse(Integer.MAX_VALUE / 2)) > Math.max(5, told.get() / 10);
    }
}
