package dev.wanvideo.task;

import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what came of a submission, and so how its task goes on. */
final class SubmitAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitAnswer.class);

    private final Books books;
    private final TaskSettings settings;
    private final FailOver failOver;
    private final NotTaken notTaken;
    private final PollStep polls;
    private final DownloadStep downloads;
    private final Unwritten unwritten;

    SubmitAnswer(RemoteTrade trade, FailOver failOver, PollStep polls, DownloadStep downloads, Unwritten unwritten) {
        this.books = trade.books();
        this.settings = trade.settings();
        this.failOver = failOver;
        this.notTaken = new NotTaken(books, failOver);
        this.polls = polls;
        this.downloads = downloads;
        this.unwritten = unwritten;
    }

    /**
     * Writes down what is known of an attempt that was begun here, and keeps it until that has worked.
     *
     * @param intent the key of its intent
     */
    Next of(String intent, TaskRow row, Known known) throws InterruptedException {
        secure(row, known);
        unwritten.keep(intent, known);
        try {
            Next next = written(row, known);
            unwritten.forget(intent);
            return next;
        } catch (StoreUnavailable e) {
            if (known instanceof Known.Answered answered && answered.outcome() instanceof SubmitOutcome.Accepted told) {
                LOG.warn(
                        "{} took {} on as {}, which could not be written down yet",
                        row.task().provider(),
                        row.id(),
                        told.taskId());
            }
            unwritten.waits(intent);
            throw e;
        }
    }

    /** Nothing was sent for an attempt of which nobody can tell whether it was written down. */
    void neverSent(String intent) {
        unwritten.keep(intent, new Known.NeverSent("the task database was lost before it was sent"));
        unwritten.waits(intent);
    }

    /** The same for an attempt whose step is not at work. */
    Next late(TaskRow row, Known known) {
        if (known instanceof Known.Answered answered
                && answered.outcome() instanceof SubmitOutcome.Delivered delivered) {
            return delivered(row, delivered) ? Next.AT_ONCE : RemoteTrade.MOVED_BY_ANOTHER;
        }
        return moved(row, known);
    }

    /** Nobody is left who knows what became of the row's present attempt. */
    Next unclear(TaskRow row, String why) {
        return moved(row, new Known.Answered(new SubmitOutcome.Unknown(why, Optional.empty())));
    }

    /** Looks for steps that have become due. */
    void look() {
        failOver.look();
    }

    private void secure(TaskRow row, Known known) {
        if (known instanceof Known.Answered answered && answered.outcome() instanceof SubmitOutcome.Delivered) {
            try {
                FilmFiles.of(row, settings).keepPart();
            } catch (IOException e) {
                LOG.info("The film of {} may not be on disk yet", row.id());
            }
        }
    }

    private Next written(TaskRow row, Known known) throws InterruptedException {
        if (known instanceof Known.Answered answered
                && answered.outcome() instanceof SubmitOutcome.Delivered delivered) {
            return delivered(row, delivered) ? downloads.delivered(books.now(row)) : RemoteTrade.MOVED_BY_ANOTHER;
        }
        return moved(row, known);
    }

    private Next moved(TaskRow row, Known known) {
        if (known instanceof Known.NeverSent never) {
            LOG.info("Nothing was sent for {}; it is submitted anew: {}", row.id(), never.why());
            return settledWith(row, connection -> notTaken.neverSent(connection, row, never.why()));
        }
        SubmitOutcome outcome = ((Known.Answered) known).outcome();
        if (outcome instanceof SubmitOutcome.Accepted accepted) {
            return accepted(row, accepted);
        }
        if (outcome instanceof SubmitOutcome.Refused refused) {
            return settledWith(row, connection -> notTaken.refused(connection, row, refused));
        }
        if (outcome instanceof SubmitOutcome.NotSent notSent) {
            return settledWith(row, connection -> notTaken.notSent(connection, row, notSent.why()));
        }
        SubmitOutcome.Unknown unknown = (SubmitOutcome.Unknown) outcome;
        String words = unknown.why().strip();
        return books.database()
                .write(Hold.task(row), connection -> unclear(connection, row, words, unknown.httpStatus()));
    }

    /**
     * Nothing was sent, for a reason on this machine.
     *
     * @param why a sentence without its full stop
     */
    Next unready(TaskRow row, String why) {
        return settledWith(row, connection -> notTaken.unready(connection, row, why));
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

    private boolean delivered(TaskRow row, SubmitOutcome.Delivered told) {
        return books.database().write(Hold.task(row), connection -> {
            if (!books.remote().delivered(connection, row, told.report())) {
                return false;
            }
            books.ledger().close(connection, row, AttemptEnd.ACCEPTED);
            books.ledger().acceptedLate(connection, row);
            books.ledger().charged(connection, row, told.report().chargedUsd());
            return true;
        });
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
