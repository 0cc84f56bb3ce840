package dev.wanvideo.task;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns a database failure into the one line that a person needs. */
final class StoreTrouble {
    private static final String UNKNOWN = "The task database did not answer as expected; run the doctor command.";

    private StoreTrouble() {}

    /** The line for a failure anywhere below {@code failure}; one with a state is PostgreSQL's. */
    static StoreUnavailable of(Throwable failure) {
        if (failure instanceof StoreUnavailable already) {
            return already;
        }
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return new StoreUnavailable(UNKNOWN, failure);
        }
        return cause.getSQLState() == null && !(cause instanceof SQLTransientConnectionException)
                ? new StoreUnavailable(line(code(cause)), failure)
                : PostgresTrouble.of(cause);
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    // Extended result codes carry the primary code in their low byte: https://sqlite.org/rescode.html (2026-11-20).
    private static int code(SQLException failure) {
        return failure instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
    }

    private static String line(int code) {
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "The disk of the data folder is full: free some space there, then try again.";
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return "The task database is damaged or is no task database. It was left as it is: move wan-video.db and its"
                    + " neighbours of that name out of the data folder to start with an empty one, or set WAN_VIDEO_HOME to another folder.";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "The task database cannot be written: make the data folder writable or set WAN_VIDEO_HOME to another"
                    + " folder.";
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "Another process holds the task database for too long: try again, or stop a server that hangs.";
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code || code == SQLiteErrorCode.SQLITE_PROTOCOL.code) {
            return "The disk of the data folder fails or cannot lock files: check it, or set WAN_VIDEO_HOME to a local"
                    + " folder.";
        }
        return UNKNOWN;
    }
}
