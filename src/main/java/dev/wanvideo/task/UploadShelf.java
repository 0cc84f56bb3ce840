package dev.wanvideo.task;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers by content where files were uploaded to, and lets each be uploaded once at a time in a home. */
final class UploadShelf {
    private final Database database;
    private final Clock clock;

    UploadShelf(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One file at one account of a host. */
    record Slot(String account, String sha256) {}

    /** What there is for a file. */
    sealed interface Found {
        /** It was uploaded, and its address lives for some time yet. */
        record Kept(URI address, Instant expires) implements Found {}

        /** It is to be uploaded by whoever asked, and by nobody else meanwhile. */
        record Yours() implements Found {}

        /** Another task is uploading it right now. */
        record Busy() implements Found {}
    }

    /**
     * Looks for a file, and claims it when it is not there.
     *
     * @param life how long an address must live to be used
     * @param hold how long an upload may take; after that the claim of a process that died means nothing
     */
    Found take(Slot slot, String task, Duration life, Duration hold) {
        return database.write(Hold.UPLOADS, connection -> {
            Optional<Found> kept = kept(connection, slot, clock.instant().plus(life));
            if (kept.isPresent()) {
                return kept.get();
            }
            return claimed(connection, slot, task, hold) ? new Found.Yours() : new Found.Busy();
        });
    }

    private static Optional<Found> kept(Connection connection, Slot slot, Instant least) throws SQLException {
        return Sql.first(
                connection,
                "SELECT remote_url, expires_at FROM upload WHERE account_fp = ? AND content_sha256 = ?"
                        + " AND expires_at >= ?",
                row -> new Found.Kept(URI.create(row.getString("remote_url")), Sql.instant(row, "expires_at")),
                slot.account(),
                slot.sha256(),
                least);
    }

    private boolean claimed(Connection connection, Slot slot, String task, Duration hold) throws SQLException {
        Instant now = clock.instant();
        return Sql.update(
                        connection,
                        "INSERT INTO upload_claim (account_fp, content_sha256, task_id, held_until) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (account_fp, content_sha256) DO UPDATE SET task_id = excluded.task_id,"
                                + " held_until = excluded.held_until WHERE upload_claim.task_id = excluded.task_id"
                                + " OR upload_claim.held_until < ? OR NOT EXISTS (SELECT 1 FROM video_task"
                                + " WHERE id = upload_claim.task_id AND state = 'preparing')",
                        slot.account(),
                        slot.sha256(),
                        task,
                        now.plus(hold),
                        now)
                == 1;
    }

    /** The file is there. */
    void keep(Slot slot, String task, URI address, Instant expires) {
        database.write(Hold.UPLOADS, connection -> {
            Sql.update(connection, "DELETE FROM upload WHERE expires_at < ?", clock.instant());
            Sql.update(
                    connection,
                    "INSERT INTO upload (account_fp, content_sha256, remote_url, expires_at) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (account_fp, content_sha256) DO UPDATE SET"
                            + " remote_url = excluded.remote_url, expires_at = excluded.expires_at",
                    slot.account(),
                    slot.sha256(),
                    address.toString(),
                    expires);
            return released(connection, slot, task);
        });
    }

    /** It did not come about; somebody else may try. */
    void release(Slot slot, String task) {
        database.write(Hold.UPLOADS, connection -> released(connection, slot, task));
    }

    private static boolean released(Connection connection, Slot slot, String task) throws SQLException {
        return Sql.update(
                        connection,
                        "DELETE FROM upload_claim WHERE account_fp = ? AND content_sha256 = ? AND task_id = ?",
                        slot.account(),
                        slot.sha256(),
                        task)
                == 1;
    }
}
