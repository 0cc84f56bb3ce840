package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which ends of tasks are still to be told. A row tells by itself that it has ended and up to which of its changes that
 * was told, so that an end cannot get lost between two writes, whichever process brought it about.
 *
 * <p>Whoever takes a notice has it alone until its next try is due; so many tries are made for a day from the end.
 */
public final class Notices {
    /** How long an end is news. */
    static final Duration NEWS_FOR = Duration.ofHours(24);

    private static final List<Duration> GAPS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3));
    private static final String UNTOLD = "state IN ('succeeded', 'failed', 'cancelled') AND told_rev < rev";

    private final Database database;
    private final TaskTable table;
    private final Clock clock;

    Notices(Database database, TaskTable table, Clock clock) {
        this.database = database;
        this.table = table;
        this.clock = clock;
    }

    /** Takes the one that is due for the longest time; empty when none is. */
    public Optional<Notice> take() {
        Instant now = clock.instant();
        Optional<Due> due = database.read(connection -> Sql.first(
                connection,
                "SELECT id, notice_tries, notice_at FROM video_task WHERE " + UNTOLD
                        + " AND updated_at > ? AND notice_at <= ? ORDER BY updated_at LIMIT 1",
                row -> new Due(row.getString("id"), row.getInt("notice_tries"), row.getLong("notice_at")),
                now.minus(NEWS_FOR),
                now));
        return due.flatMap(one -> database.writeUnsynced(connection -> taken(connection, one, now)));
    }

    private Optional<Notice> taken(Connection connection, Due due, Instant now) throws SQLException {
        Duration gap = GAPS.get(Math.min(due.tries(), GAPS.size() - 1));
        int claimed = Sql.update(
                connection,
                "UPDATE video_task SET notice_tries = notice_tries + 1, notice_at = ? WHERE id = ? AND notice_at = ?"
                        + " AND " + UNTOLD,
                now.plus(gap),
                due.task(),
                due.at());
        return claimed == 1 ? read(connection, due) : Optional.empty();
    }

    /** What a newer release wrote is left for it to tell. */
    private Optional<Notice> read(Connection connection, Due due) throws SQLException {
        try {
            return table.find(connection, due.task()).map(row -> Notice.of(row, due.tries() + 1));
        } catch (NewerRecord e) {
            return Optional.empty();
        }
    }

    /** It was told; later changes of the task are news again. */
    public void told(Notice notice) {
        database.writeUnsynced(connection -> Sql.update(
                connection,
                "UPDATE video_task SET told_rev = ?, notice_tries = 0, notice_at = 0 WHERE id = ? AND told_rev < ?",
                notice.rev(),
                notice.taskId(),
                notice.rev()));
    }

    /** When it is tried again unless it is told before; empty when that would be no news any more. */
    public Optional<Duration> again(Notice notice) {
        Duration gap = GAPS.get(Math.min(notice.tries() - 1, GAPS.size() - 1));
        Instant end = notice.ended().plus(NEWS_FOR);
        return clock.instant().plus(gap).isBefore(end) ? Optional.of(gap) : Optional.empty();
    }

    private record Due(String task, int tries, long at) {}
}
