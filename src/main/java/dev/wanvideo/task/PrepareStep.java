package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Uploads what a task's provider cannot fetch, before anything is submitted. Nothing of it costs money, so it is begun
 * again after every kill and every trouble that may pass.
 */
final class PrepareStep {
    /** Another task is uploading the same file. */
    private static final Next NOT_YET = new Next.Again(Duration.ofSeconds(1));
    /** Addresses that end sooner than this are asked for anew. */
    private static final Duration LEFT = Duration.ofMinutes(30);

    private static final int MOST_TRIES = 6;

    private final RemoteTrade trade;
    private final Books books;
    private final Shipping shipping;
    private final FailOver failOver;
    private final SubmitStep submits;

    PrepareStep(RemoteTrade trade, Shipping shipping, FailOver failOver, SubmitStep submits) {
        this.trade = trade;
        this.books = trade.books();
        this.shipping = shipping;
        this.failOver = failOver;
        this.submits = submits;
    }

    /** Submits the task, once its media are where its provider can fetch them. */
    Next drive(TaskRow row) throws InterruptedException {
        if (prepared(row) || !shipping.needed(row)) {
            return submits.drive(row);
        }
        if (!trade.uploads().enter()) {
            return trade.uploads().later();
        }
        try {
            boolean ours = books.database()
                    .write(Hold.task(row), connection -> books.remote().preparing(connection, row));
            return ours ? shipped(books.now(row)) : RemoteTrade.MOVED_BY_ANOTHER;
        } finally {
            trade.uploads().leave();
        }
    }

    private boolean prepared(TaskRow row) {
        Instant least = books.clock().instant().plus(LEFT);
        return row.remote().preparation().until().filter(least::isBefore).isPresent();
    }

    private Next shipped(TaskRow row) throws InterruptedException {
        Shipped shipped;
        trade.calls().enter();
        try {
            shipped = shipping.ship(row);
        } finally {
            trade.calls().leave();
        }
        if (shipped instanceof Shipped.Ready ready) {
            return books.database()
                            .write(Hold.task(row), connection -> books.remote().prepared(connection, row, ready))
                    ? submits.drive(books.now(row))
                    : RemoteTrade.MOVED_BY_ANOTHER;
        }
        Next next = books.database().write(Hold.task(row), connection -> settled(connection, row, shipped));
        failOver.look();
        return next;
    }

    private Next settled(Connection connection, TaskRow row, Shipped shipped) throws SQLException {
        if (shipped instanceof Shipped.Trouble trouble) {
            return troubled(connection, row, trouble);
        }
        if (shipped instanceof Shipped.Refused refused) {
            return refused(connection, row, refused.category(), refused.why());
        }
        return shipped instanceof Shipped.Unusable unusable
                ? failed(connection, row, new TaskError(unusable.category(), free(unusable.why())))
                : NOT_YET;
    }

    private Next troubled(Connection connection, TaskRow row, Shipped.Trouble trouble) throws SQLException {
        int tries = row.remote().looks().vain() + 1;
        if (tries >= MOST_TRIES) {
            return refused(connection, row, Category.UNAVAILABLE, trouble.why());
        }
        return books.remote().vain(connection, row)
                ? new Next.Again(trouble.retryAfter().orElse(Backoff.UPLOAD.after(tries)))
                : RemoteTrade.MOVED_BY_ANOTHER;
    }

    private Next refused(Connection connection, TaskRow row, Category category, String why) throws SQLException {
        if (!books.remote().uploadRefused(connection, row, why)) {
            return RemoteTrade.MOVED_BY_ANOTHER;
        }
        TaskRow now = books.table().find(connection, row.id()).orElseThrow();
        if (failOver.went(connection, now, "could not be given its media (" + why + ")")) {
            return Next.DONE;
        }
        String others = failOver.others(connection, now).map(told -> " " + told).orElse("");
        String message = row.task().provider() + ": " + free(why + others);
        return failed(connection, row, new TaskError(category, message));
    }

    private Next failed(Connection connection, TaskRow row, TaskError error) throws SQLException {
        return books.remote().failed(connection, row, error, Charged.NO, ProviderReport.NONE)
                ? Next.DONE
                : RemoteTrade.MOVED_BY_ANOTHER;
    }

    private static String free(String why) {
        return (why.endsWith(".") ? why : why + ".") + " Nothing was submitted or charged; ask again with a new"
                + " request_id.";
    }
}
