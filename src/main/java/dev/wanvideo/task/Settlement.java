package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Settles by a person's word whether a provider took a film on, where nobody else can tell. */
final class Settlement {
    private static final int LONGEST_ID = 200;
    /** How long a film is waited for that a person has found; the task's own day may long be over. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Books books;
    private final StepQueue steps;

    Settlement(Books books, StepQueue steps) {
        this.books = books;
        this.steps = steps;
    }

    SettleOutcome bind(String id, String providerTaskId) {
        String theirs = providerTaskId.strip();
        SettleOutcome outcome =
                settled(id, (connection, row) -> bound(connection, row, theirs), Settlement::recoverable);
        steps.look();
        return outcome;
    }

    SettleOutcome notCharged(String id) {
        return settled(id, this::free);
    }

    private SettleOutcome settled(String id, Settling settling) {
        return settled(id, settling, Settlement::givenUp);
    }

    private SettleOutcome settled(String id, Settling settling, Predicate<TaskRow> reopenable) {
        return books.database().write(Hold.task(id), connection -> {
            Optional<TaskRow> row = books.table().find(connection, id);
            if (row.isEmpty()) {
                return new SettleOutcome.NoSuchTask();
            }
            return row.get().status() == TaskStatus.SUBMISSION_UNKNOWN || reopenable.test(row.get())
                    ? settling.of(connection, row.get())
                    : new SettleOutcome.Unchanged(row.get().task(), nothingToSettle(row.get()));
        });
    }

    /** Whether it ended without anybody knowing what became of the film, after a slip in its id for instance. */
    private static boolean givenUp(TaskRow row) {
        return row.status() == TaskStatus.FAILED && row.task().cost().charged() == Charged.UNKNOWN;
    }

    /** Or ended with a film that was paid for and never came. */
    private static boolean recoverable(TaskRow row) {
        return givenUp(row)
                || row.status() == TaskStatus.FAILED
                        && row.task().cost().charged() == Charged.YES
                        && row.task().outcome().link().isPresent();
    }

    private static String nothingToSettle(TaskRow row) {
        return "Only a task of which nobody knows whether it was taken on or charged can be settled; this one is "
                + row.status().word() + ".";
    }

    private SettleOutcome bound(Connection connection, TaskRow row, String theirs) throws SQLException {
        if (theirs.isEmpty() || theirs.length() > LONGEST_ID) {
            return new SettleOutcome.Unchanged(
                    row.task(), "A provider's task id has 1 to " + LONGEST_ID + " characters; nothing was changed.");
        }
        books.database().also(connection, Hold.account(row));
        if (books.table().boundIds(connection, row).contains(theirs)) {
            return new SettleOutcome.Unchanged(
                    row.task(),
                    "Another task already is " + theirs + " at " + row.task().provider() + ".");
        }
        Instant deadline = books.clock().instant().plus(PATIENCE);
        if (recoverable(row)) {
            books.remote().reopened(connection, row, theirs, deadline);
            books.ledger().corrected(connection, row, AttemptEnd.ACCEPTED);
            AttemptLedger.taskId(connection, row, theirs);
            StepQueue.add(connection, row.stepName(), row.id());
            return goesOn(connection, row, theirs);
        }
        books.remote()
                .accepted(
                        connection,
                        row,
                        theirs,
                        row.remote().looks().intentAt().orElse(books.clock().instant()),
                        ProviderReport.NONE);
        books.remote().reopened(connection, row, theirs, deadline);
        books.ledger().accepted(connection, row, theirs, Settler.PERSON);
        StepQueue.hasten(connection, row.id());
        return goesOn(connection, row, theirs);
    }

    private SettleOutcome goesOn(Connection connection, TaskRow row, String theirs) throws SQLException {
        return new SettleOutcome.Settled(
                now(connection, row),
                "The task goes on as " + theirs + " at " + row.task().provider() + "; look at it with get_task.");
    }

    private SettleOutcome free(Connection connection, TaskRow row) throws SQLException {
        TaskError error = new TaskError(
                Category.UNAVAILABLE,
                row.task().provider() + " did not take the film on, as was settled by hand. Nothing was charged; ask"
                        + " again with a new request_id.");
        if (givenUp(row)) {
            books.ledger().corrected(connection, row, AttemptEnd.NOT_CHARGED);
            books.remote().acquitted(connection, row, error);
        } else {
            books.ledger().close(connection, row, AttemptEnd.NOT_CHARGED, Settler.PERSON);
            books.remote().failed(connection, row, error, Charged.NO, ProviderReport.NONE);
        }
        return new SettleOutcome.Settled(
                now(connection, row),
                "The task has ended and counts as not charged; a new film needs a new request_id.");
    }

    private Task now(Connection connection, TaskRow row) throws SQLException {
        return books.table().find(connection, row.id()).orElseThrow().task();
    }

    /** One way to settle a row. */
    private interface Settling {
        SettleOutcome of(Connection connection, TaskRow row) throws SQLException;
    }
}
