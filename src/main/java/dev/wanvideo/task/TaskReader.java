package dev.wanvideo.task;

import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;

/** Reads a row of {@code video_task}. */
final class TaskReader implements Sql.Row<TaskRow> {
    private final StoredJson json;
    private final PlanJson plans = new PlanJson();
    private final Clock clock;

    TaskReader(StoredJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public TaskRow read(ResultSet row) throws SQLException {
        try {
            return understood(row);
        } catch (IllegalArgumentException | IllegalStateException | JacksonException e) {
            throw new NewerRecord(row.getString("id"), e);
        }
    }

    /** The row, or nothing when only a newer release understands it. */
    Optional<TaskRow> readIfUnderstood(ResultSet row) throws SQLException {
        try {
            return Optional.of(read(row));
        } catch (NewerRecord e) {
            return Optional.empty();
        }
    }

    private TaskRow understood(ResultSet row) throws SQLException {
        String order = row.getString("outgoing_json");
        return new TaskRow(
                task(row),
                row.getString("tenant"),
                row.getString("account_fp"),
                row.getString("request_sha"),
                () -> json.outgoing(order),
                row.getInt("attempt"),
                row.getLong("rev"),
                Sql.text(row, "target_path").map(PathText::path),
                remote(row));
    }

    private RemoteSide remote(ResultSet row) throws SQLException {
        // A row of the first release says nothing of who was wished for, so nobody else is asked instead.
        Wish wish = Sql.text(row, "wish_json")
                .map(plans::wish)
                .orElse(new Wish(row.getString("provider"), Optional.empty()));
        return new RemoteSide(
                wish,
                Sql.text(row, "findings_json").map(plans::findings).orElse(MediaFindings.NONE),
                row.getBoolean("failed_is_free"),
                row.getInt("typical_seconds"),
                new RemoteSide.Looks(
                        Sql.maybeInstant(row, "intent_at"),
                        Sql.maybeInstant(row, "submitted_at"),
                        Sql.maybeInstant(row, "missing_since"),
                        row.getInt("vain_looks"),
                        row.getInt("link_retries")),
                new RemoteSide.Preparation(
                        Sql.maybeInstant(row, "prepared_until"),
                        Sql.text(row, "upload_refusals").map(plans::reasons).orElse(Map.of())));
    }

    private Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getString("id"),
                status(row),
                row.getString("provider"),
                json.request(row.getString("request_json")),
                advance(row),
                cost(row),
                outcome(row),
                new Times(
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "updated_at"),
                        Sql.instant(row, "deadline_at")),
                json.words(row.getString("warnings_json")));
    }

    private static TaskStatus status(ResultSet row) throws SQLException {
        return TaskStatus.of(row.getString("state"));
    }

    private Advance advance(ResultSet row) throws SQLException {
        return new Advance(
                row.getInt("progress"),
                secondsLeft(row),
                Sql.text(row, "provider_task_id"),
                Sql.text(row, "provider_status"),
                Sql.text(row, "provider_record").map(plans::details).orElse(Map.of()),
                arrival(row));
    }

    /** What the provider said, else what the time so far says. */
    private Optional<Integer> secondsLeft(ResultSet row) throws SQLException {
        Instant now = clock.instant();
        Optional<Instant> ready =
                status(row) == TaskStatus.RUNNING ? Sql.maybeInstant(row, "ready_at") : Optional.empty();
        return ready.isPresent()
                ? Optional.of(
                        (int) Math.max(1, Duration.between(now, ready.get()).toSeconds()))
                : Estimate.secondsLeft(
                        status(row),
                        row.getInt("progress"),
                        row.getInt("typical_seconds"),
                        Sql.maybeInstant(row, "submitted_at"),
                        now);
    }

    private static Cost cost(ResultSet row) throws SQLException {
        return new Cost(
                new Quote(Sql.money(row, "quote_low"), Sql.money(row, "quote_high")),
                Sql.money(row, "charge_usd"),
                Charged.of(row.getString("charged")));
    }

    private Outcome outcome(ResultSet row) throws SQLException {
        Optional<Film> film = row.getString("result_path") == null ? Optional.empty() : Optional.of(film(row));
        return new Outcome(film, Sql.text(row, "error_json").map(json::error), link(row));
    }

    private static Optional<RemoteLink> link(ResultSet row) throws SQLException {
        Optional<Instant> expires = Sql.maybeInstant(row, "result_expires_at");
        return Sql.text(row, "result_url").map(address -> new RemoteLink(URI.create(address), expires));
    }

    private static Optional<Arrival> arrival(ResultSet row) throws SQLException {
        Optional<Long> bytes = Sql.maybeNumber(row, "fetched_bytes");
        if (status(row) != TaskStatus.DOWNLOADING || bytes.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong total =
                Sql.maybeNumber(row, "fetched_of").map(OptionalLong::of).orElse(OptionalLong.empty());
        return Optional.of(new Arrival(bytes.get(), total));
    }

    private static Film film(ResultSet row) throws SQLException {
        return new Film(
                PathText.path(row.getString("result_path")),
                Sql.text(row, "result_sheet").map(PathText::path),
                Sql.text(row, "result_poster").map(PathText::path),
                new FrameSize(row.getInt("result_width"), row.getInt("result_height")),
                row.getDouble("result_seconds"),
                row.getLong("result_bytes"),
                row.getString("result_sha256"));
    }
}
