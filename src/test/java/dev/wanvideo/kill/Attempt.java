package dev.wanvideo.kill;

import java.sql.SQLException;
import java.util.List;

/**
 * A line of the ledger.
 *
 * @param outcome how it ended or stands; empty while it is open
 * @param category what was wrong with it, if anything was
 * @param settledBy {@code step}, {@code list} or {@code person}
 */
record Attempt(String task, int number, String outcome, String category, String settledBy) {
    private static final String QUERY = "SELECT task_id, attempt, COALESCE(outcome, ''), COALESCE(category, ''),"
            + " COALESCE(resolved_by, '') FROM submit_attempt";

    static List<Attempt> all(HomeReader reader) throws SQLException {
        return reader.rows(
                QUERY,
                row -> new Attempt(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)));
    }

    /** Whether nobody could tell at some time whether it was taken on. */
    boolean everUnclear() {
        return outcome.equals("unknown")
                || category.equals("outcome_unknown")
                || settledBy.equals("list")
                || settledBy.equals("person");
    }

    boolean byList() {
        return settledBy.equals("list");
    }

    /** Whether it still counts as being under way, or as not known. */
    boolean open() {
        return outcome.isEmpty() || outcome.equals("accepted") || outcome.equals("unknown");
    }
}
