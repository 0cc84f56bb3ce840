package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what came of a submission, and so how its task goes on. */
final class SubmitAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitAnswer.class);
    /** How often one provider is asked for one film before it counts as away or too busy. */
    private static final int MOST_TRIES = 6;
    /** Doors of one provider that are tried; there is no provider with a third. */
    private static final int MOST_DOORS = 2;

    private final Books books;
    private final TaskSettings settings;
    private final FailOver failOver;
    private final PollStep polls;
    private final DownloadStep downloads;
    private final Map<String, SubmitOutcome> unwritten = new ConcurrentHashMap<>();

    SubmitAnswer(RemoteTrade trade, FailOver failOver, PollStep polls, DownloadStep downloads) {
        this.books = trade.books();
        this.settings = trade.settings();
        this.failOver = failOver;
        this.polls = polls;
        this.downloads = downloads;
    }

    Next of(TaskRow row, SubmitOutcome outcome) throws InterruptedException {
        unwritten.put(attempt(row), outcome);
        try {
            Next next = written(row, outcome);
            unwritten.remove(attempt(row));
            return next;
        } catch (StoreUnavailable e) {
            if (outcome instanceof SubmitOutcome.Accepted accepted) {
                LOG.warn(
                        "{} took {} on as {}, which could not be written down yet",
                        row.task().provider(),
                        row.id(),
                        accepted.taskId());
            }
            throw e;
        }
    }

    /** What is known of the row's present attempt but could not be written down, on a full disk for instance. */
    Optional<SubmitOutcome> unwritten(TaskRow row) {
        return Optional.ofNullable(unwritten.get(attempt(row)));
    }

    private static String attempt(TaskRow row) {
        return row.id() + "-" + row.attempt();
    }

    private Next written(TaskRow row, SubmitOutcome outcome) throws InterruptedException {
        if (outcome instanceof SubmitOutcome.Accepted accepted) {
            return accepted(row, accepted);
        }
        if (outcome instanceof SubmitOutcome.Delivered delivered) {
            return delivered(row, delivered);
        }
        if (outcome instanceof SubmitOutcome.Refused refused) {
            return settledWith(row, connection -> refused(connection, row, refused));
        }
        if (outcome instanceof SubmitOutcome.NotSent notSent) {
            return settledWith(row, connection -> notSent(connection, row, notSent.why()));
        }
        SubmitOutcome.Unknown unknown = (SubmitOutcome.Unknown) outcome;
        String words = unknown.why().strip();
        return books.database()
                .write(Hold.task(row), connection -> unclear(connection, row, words, unknown.httpStatus()));
    }

    /** Nothing was sent, because this process was away for too long since its intent. */
    Next tooLate(TaskRow row) {
        LOG.info("The computer slept before {} was submitted; it is submitted anew", row.id());
        return settledWith(row, connection -> {
            end(connection, row, AttemptEnd.NOT_SENT, Optional.empty(), Optional.empty(), "slept before sending");
            books.remote().requeued(connection, row, Optional.empty());
            return Next.AT_ONCE;
        });
    }

    private Next accepted(TaskRow row, SubmitOutcome.Accepted told) {
        Next next = books.database().write(Hold.task(row), connection -> {
            books.database().also(connection, Hold.account(row));
            if (books.table().boundIds(connection, row).contains(told.taskId())) {
                return unclear(
                        connection,
                        row,
                        "it answered with the id of another task (" + told.taskId() + ")",
                        Optional.empty());
            }
            if (!books.remote()
                    .accepted(connection, row, told.taskId(), books.clock().instant(), told.report())) {
                return late(connection, row, told);
            }
            books.ledger().accepted(connection, row, told.taskId(), Settler.STEP);
            books.ledger().charged(connection, row, told.report().chargedUsd());
            StepQueue.hasten(connection, row.id());
            return Next.AT_ONCE;
        });
        return next.equals(Next.AT_ONCE) ? polls.later(books.now(row)) : next;
    }

    /**
     * Nothing was sent, for a reason on this machine, which would be the same at every other provider.
     *
     * @param why a sentence without its full stop
     */
    Next unready(TaskRow row, String why) {
        return settledWith(row, connection -> {
            endUnsent(connection, row, why);
            return triedAgain(connection, row, why);
        });
    }

    /** Somebody settled it before the answer came; the answer is the truth, but an ended task stays ended. */
    private Next late(Connection connection, TaskRow row, SubmitOutcome.Accepted told) throws SQLException {
        TaskRow now = books.table().find(connection, row.id()).orElseThrow();
        if (now.attempt() != row.attempt()
                || now.task().advance().providerTaskId().equals(Optional.of(told.taskId()))) {
            return RemoteTrade.MOVED_BY_ANOTHER;
        }
        boolean mended = books.remote().rebound(connection, row, told.taskId())
                || books.remote()
                        .acceptedAfterTheEnd(connection, row, told.taskId(), tookItAfterAll(row, told.taskId()));
        LOG.warn(
                "{} accepted {} as {} after it was settled otherwise; {}",
                row.task().provider(),
                row.id(),
                told.taskId(),
                mended ? "the task tells that id now" : "it may be charged");
        AttemptLedger.taskId(connection, row, told.taskId());
        books.ledger().acceptedLate(connection, row);
        return RemoteTrade.MOVED_BY_ANOTHER;
    }

    private static TaskError tookItAfterAll(TaskRow row, String taskId) {
        String provider = row.task().provider();
        return new TaskError(
                Category.OUTCOME_UNKNOWN,
                provider + " took the film on after all, as " + taskId + ", though this task had been ended before its"
                        + " answer came. It may be charged: look at your account there.");
    }

    private Next delivered(TaskRow row, SubmitOutcome.Delivered told) throws InterruptedException {
        try {
            FilmFiles.of(row, settings).keepPart();
        } catch (IOException e) {
            LOG.info("The film of {} may not be on disk yet", row.id());
        }
        boolean ours = books.database().write(Hold.task(row), connection -> {
            if (!books.remote().delivered(connection, row, told.report())) {
                return false;
            }
            books.ledger().close(connection, row, AttemptEnd.ACCEPTED);
            books.ledger().acceptedLate(connection, row);
            books.ledger().charged(connection, row, told.report().chargedUsd());
            return true;
        });
        return ours ? downloads.delivered(books.now(row)) : RemoteTrade.MOVED_BY_ANOTHER;
    }

    private Next unclear(Connection connection, TaskRow row, String why, Optional<Integer> status) throws SQLException {
        TaskError what = new TaskError(Category.OUTCOME_UNKNOWN, Unclear.sentence(row, why));
        if (!books.remote().unclear(connection, row, what)) {
            return RemoteTrade.MOVED_BY_ANOTHER;
        }
        books.ledger().close(connection, row, AttemptEnd.UNKNOWN);
        books.ledger().reason(connection, row, Optional.of(Category.OUTCOME_UNKNOWN), status, why);
        return new Next.Again(Unclear.FIRST_LOOK);
    }

    private Next refused(Connection connection, TaskRow row, SubmitOutcome.Refused told) throws SQLException {
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

    private Next notSent(Connection connection, TaskRow row, String why) throws SQLException {
        endUnsent(connection, row, "could not be reached: " + why);
        if (failOver.went(connection, row, "could not be reached (" + why + ")")) {
            return Next.DONE;
        }
        return triedAgain(connection, row, "it could not be reached: " + why);
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

    /** Does it if the row still waits for this answer; in one transaction, without the network. */
    private Next settledWith(TaskRow row, Database.Work<Next> work) {
        Next next = books.database().write(Hold.task(row), connection -> {
            TaskRow now = books.table().find(connection, row.id()).orElseThrow();
            return now.attempt() == row.attempt() && Unclear.state(now.status())
                    ? work.on(connection)
                    : RemoteTrade.MOVED_BY_ANOTHER;
        });
        failOver.look();
        return next;
    }
}
