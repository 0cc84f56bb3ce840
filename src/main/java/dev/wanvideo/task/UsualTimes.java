package dev.wanvideo.task;

import dev.wanvideo.video.Resolution;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How long films of a provider usually take, by what was measured in this home. */
final class UsualTimes {
    private static final int LATEST = 50;
    private static final long KEPT_NANOS = Duration.ofSeconds(30).toNanos();

    private final Database database;
    private final Map<Kind, Measured> kept = new ConcurrentHashMap<>();

    UsualTimes(Database database) {
        this.database = database;
    }

    /** The median of the latest films; empty until there is one. */
    Optional<Duration> median(String provider, Resolution resolution) {
        return database.read(connection -> median(connection, new Kind(provider, resolution)));
    }

    /** What a step reckons with: the median, which need not be of this second, else what the provider is known for. */
    Duration expected(TaskRow row) {
        Kind kind =
                new Kind(row.task().provider(), row.task().request().format().resolution());
        Measured measured =
                kept.compute(kind, (key, before) -> before != null && before.fresh() ? before : measured(key));
        return measured.median()
                .orElse(Duration.ofSeconds(Math.max(1, row.remote().typicalSeconds())));
    }

    private Measured measured(Kind kind) {
        return new Measured(database.read(connection -> median(connection, kind)), System.nanoTime());
    }

    /** Films that the clock was set back in are left out: they seem to have taken no time or less. */
    private static Optional<Duration> median(Connection connection, Kind kind) throws SQLException {
        List<Long> millis = Sql.all(
                connection,
                "SELECT completed_at - submitted_at AS took FROM video_task WHERE provider = ? AND resolution = ?"
                        + " AND state = 'succeeded' AND completed_at IS NOT NULL AND completed_at > submitted_at"
                        + " ORDER BY completed_at DESC LIMIT " + LATEST,
                row -> row.getLong("took"),
                kind.provider(),
                kind.resolution().word());
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().map(Duration::ofMillis);
    }

    /** What of films takes about the same time. */
    private record Kind(String provider, Resolution resolution) {}

    /** A median and when it was taken. */
    private record Measured(Optional<Duration> median, long nanos) {
        boolean fresh() {
            return System.nanoTime() - nanos < KEPT_NANOS;
        }
    }
}
