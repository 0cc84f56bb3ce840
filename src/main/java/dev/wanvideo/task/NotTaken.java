package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How a task goes on when it is certain that nobody took it on; inside a transaction. */
final class NotTaken {
    /** How often one provider is asked for one film before it counts as away or too busy. */
    private static final int MOST_TRIES = 6;
    /** Doors of one provider that are tried; there is no provider with a third. */
    private static final int MOST_DOORS = 2;

    private final Books books;
    private final FailOver failOver;

    NotTaken(Books books, FailOver failOver) {
        this.books = books;
        this.failOver = failOver;
    }

    Next refused(Connection connection, TaskRow row, SubmitOutcome.Refused told) throws SQLException {
        String note = "answered " + told.httpStatus() + ": " + told.message();
        end(connection, row, AttemptEnd.REFUSED, Optional.of(told.category()), Optional.of(told.httpStatus()), note);
        int doors = books.ledger().count(connection, row, AttemptEnd.REFUSED, told.category());
        if (told.otherDoor().isPresent() && doors < MOST_DOORS) {
            books.remote().requeued(connection, row, told.otherDoor());
            return Next.AT_ONCE;
        }
        if (told.failsOver()
                && failOver.went(connection, row, "refused (" + told.httpStatus() + ": " + told.message() + ")")) {
            return Next.DONE;
        }
        return told.category() == Category.RATE_LIMITED
                ? again(connection, row, told)
                : given(connection, row, told.category(), told.message());
    }

    private Next again(Connection connection, TaskRow row, SubmitOutcome.Refused told) throws SQLException {
        int tries = books.ledger().count(connection, row, AttemptEnd.REFUSED, Category.RATE_LIMITED);
        if (tries >= MOST_TRIES) {
            return given(connection, row, Category.RATE_LIMITED, told.message());
        }
        books.remote().requeued(connection, row, Optional.empty());
        return new Next.Again(told.retryAfter().orElse(Backoff.RATE_LIMITED.after(tries)));
    }

    Next notSent(Connection connection, TaskRow row, String why) throws SQLException {
        endUnsent(connection, row, "could not be reached: " + why);
        if (failOver.went(connection, row, "could not be reached (" + why + ")")) {
            return Next.DONE;
        }
        return triedAgain(connection, row, "it could not be reached: " + why);
    }

    /** Nothing was sent, for a reason on this machine, which would be the same at every other provider. */
    Next unready(Connection connection, TaskRow row, String why) throws SQLException {
        endUnsent(connection, row, why);
        return triedAgain(connection, row, why);
    }

    /** Nothing was sent, for a reason that has passed. */
    Next neverSent(Connection connection, TaskRow row, String why) throws SQLException {
        end(connection, row, AttemptEnd.NOT_SENT, Optional.empty(), Optional.empty(), why);
        books.remote().requeued(connection, row, Optional.empty());
        return Next.AT_ONCE;
    }

    private void endUnsent(Connection connection, TaskRow row, String note) throws SQLException {
        end(connection, row, AttemptEnd.NOT_SENT, Optional.of(Category.UNAVAILABLE), Optional.empty(), note);
    }

    private Next triedAgain(Connection connection, TaskRow row, String words) throws SQLException {
        int tries = books.ledger().count(connection, row, AttemptEnd.NOT_SENT, Category.UNAVAILABLE);
        if (tries >= MOST_TRIES) {
            return given(connection, row, Category.UNAVAILABLE, words);
        }
        books.remote().requeued(connection, row, Optional.empty());
        return new Next.Again(Backoff.NOT_SENT.after(tries));
    }

    /** The end: nothing was accepted, and nobody else makes it. */
    private Next given(Connection connection, TaskRow row, Category category, String words) throws SQLException {
        String message = row.task().provider() + ": " + sentence(words)
                + failOver.others(connection, row).map(others -> " " + others).orElse("")
                + " Nothing was charged; ask again with a new request_id.";
        books.remote().failed(connection, row, new TaskError(category, message), Charged.NO, ProviderReport.NONE);
        return Next.DONE;
    }

    private static String sentence(String words) {
        String plain = words.strip();
        return plain.endsWith(".") ? plain : plain + ".";
    }

    private void end(
            Connection connection,
            TaskRow row,
            AttemptEnd end,
            Optional<Category> category,
            Optional<Integer> status,
            String note)
            throws SQLException {
        books.ledger().close(connection, row, end);
        books.ledger().reason(connection, row, category, status, note);
    }
}
