package dev.wanvideo.task;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Set;

/**
 * Turns a failure of a PostgreSQL server into the one line that a person needs, by its state:
 * https://www.postgresql.org/docs/15/errcodes-appendix.html (read 2026-11-21).
 */
final class PostgresTrouble {
    private static final String AWAY =
            "The database server of WAN_VIDEO_DATABASE_URL cannot be reached right now. Tasks go"
                    + " on by themselves once it answers; try again then. If that lasts, check that it runs and that its address is"
                    + " right.";
    private static final String UNSURE =
            "The database server was lost while this was written, so that nobody knows whether"
                    + " it was. Look with list_tasks or get_task; asking again with the same request_id makes nothing twice.";
    private static final Set<String> AWAY_STATES = Set.of("57P01", "57P02", "57P03", "57P05");
    private static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("28000", "The database server does not let this user in: mend WAN_VIDEO_DATABASE_URL."),
            Map.entry(
                    "28P01", "The database server refuses the user name or the password: mend WAN_VIDEO_DATABASE_URL."),
            Map.entry(
                    "3D000",
                    "The database server has no database of that name: create it (with the encoding UTF8), or mend"
                            + " WAN_VIDEO_DATABASE_URL."),
            Map.entry(
                    "42501",
                    "The database user may not do this: let it create tables in the database, best by making it the"
                            + " database's owner."),
            Map.entry(
                    "42P07",
                    "The database has tables of another program: give wan-video-mcp a database of its own in"
                            + " WAN_VIDEO_DATABASE_URL."),
            Map.entry(
                    "25006",
                    "The database server only lets this server read: name the primary one in WAN_VIDEO_DATABASE_URL."),
            Map.entry("53100", "The disk of the database server is full: free some space there, then try again."),
            Map.entry(
                    "53300",
                    "The database server takes no more connections: raise its max_connections, or run fewer servers."));
    private static final Set<String> HELD = Set.of("55P03", "40P01", "40001", "57014", "25P03");

    private PostgresTrouble() {}

    /** @param failure with a state, or of the pool, with the failure that it waited through behind it */
    static StoreUnavailable of(SQLException failure) {
        SQLException cause = behind(failure);
        String state = String.valueOf(cause.getSQLState());
        if (LINES.containsKey(state)) {
            return new StoreUnavailable(LINES.get(state), failure);
        }
        if (away(cause)) {
            return new StoreAway(AWAY, failure);
        }
        return new StoreUnavailable(
                HELD.contains(state)
                        ? "Another server held the task database for too long: try again."
                        : "The database server did not answer as expected; run the doctor command.",
                failure);
    }

    /** What to say when the end of a transaction was not heard of. */
    static StoreUnavailable unsure(SQLException failure) {
        return away(failure) ? new StoreAway(UNSURE, failure) : of(failure);
    }

    private static SQLException behind(SQLException failure) {
        boolean waited = failure instanceof SQLTransientConnectionException;
        return waited && failure.getCause() instanceof SQLException cause ? cause : failure;
    }

    private static boolean away(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || AWAY_STATES.contains(state);
    }
}
