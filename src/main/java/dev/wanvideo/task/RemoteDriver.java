package dev.wanvideo.task;

import dev.wanvideo.provider.CancelAnswer;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.util.Random;

/** Has films made elsewhere, where each submission may cost money. */
final class RemoteDriver implements Driver {
    private final RemoteTrade trade;
    private final Books books;
    private final PrepareStep prepares;
    private final UnknownStep unclear;
    private final PollStep polls;
    private final DownloadStep downloads;
    private final LateSettlement settlement;
    private final Unwritten unwritten;

    private RemoteDriver(
            RemoteTrade trade,
            PrepareStep prepares,
            UnknownStep unclear,
            PollStep polls,
            DownloadStep downloads,
            LateSettlement settlement,
            Unwritten unwritten) {
        this.trade = trade;
        this.books = trade.books();
        this.prepares = prepares;
        this.unclear = unclear;
        this.polls = polls;
        this.downloads = downloads;
        this.settlement = settlement;
        this.unwritten = unwritten;
    }

    /** The steps of one process, tied together. */
    static RemoteDriver of(RemoteTrade trade, Intent intent, UsualTimes usual, FailOver failOver, RemoteTools tools) {
        DownloadStep downloads = new DownloadStep(trade, tools.films());
        PollRhythm rhythm = new PollRhythm(trade.settings().pace().fixedPoll(), new Random());
        PollStep polls = new PollStep(trade, usual, rhythm, downloads);
        Unwritten unwritten = new Unwritten(trade.settings().home());
        SubmitAnswer answers = new SubmitAnswer(trade, failOver, polls, downloads, unwritten);
        SubmitStep submits = new SubmitStep(trade, intent, answers, unwritten, System::nanoTime);
        UploadDesk desk = new UploadDesk(
                trade.gateway(),
                new UploadShelf(trade.books().database(), trade.books().clock()));
        Shipping shipping = new Shipping(tools.planner(), tools.references(), desk);
        PrepareStep prepares = new PrepareStep(trade, shipping, failOver, submits);
        LateSettlement settlement = new LateSettlement(trade.books(), unwritten, answers);
        return new RemoteDriver(
                trade, prepares, new UnknownStep(trade, answers, unwritten), polls, downloads, settlement, unwritten);
    }

    @Override
    public Next drive(TaskRow row) {
        if (trade.calls().stopping()) {
            return Next.AT_ONCE;
        }
        try {
            return switch (row.status()) {
                case QUEUED, PREPARING -> books.overdue(row) ? neverBegun(row) : prepares.drive(row);
                case SUBMITTING -> unclear.orphaned(row);
                case SUBMISSION_UNKNOWN -> unclear.drive(row);
                case RUNNING -> polls.drive(row);
                case DOWNLOADING -> downloads.drive(row);
                case SUCCEEDED, FAILED, CANCELLED -> Next.DONE;
            };
        } catch (InterruptedException e) {
            // The process stops; another one, or its next run, goes on from what the row says.
            return Next.AT_ONCE;
        }
    }

    private Next neverBegun(TaskRow row) {
        books.failed(
                row,
                Category.TIMEOUT,
                "The film could not be handed to " + row.task().provider()
                        + " within a day, so it was given up. Nothing was charged.",
                Charged.NO);
        return RemoteTrade.MOVED_BY_ANOTHER;
    }

    @Override
    public CancelOutcome cancel(TaskRow row) {
        String provider = row.task().provider();
        return switch (row.status()) {
            case RUNNING -> asked(row);
            case SUBMITTING ->
                kept(row, "The film is being handed to " + provider + " right now; ask again when that is settled.");
            case QUEUED, PREPARING -> kept(row, "The film has not begun yet; ask again.");
            case SUBMISSION_UNKNOWN ->
                kept(
                        row,
                        "Nobody can tell whether " + provider
                                + " took the film on, so there is nothing that can be stopped: settle that first.");
            case DOWNLOADING ->
                kept(row, provider + " has finished and charged the film; it is being fetched and will be kept.");
            case SUCCEEDED, FAILED, CANCELLED -> kept(row, Cancellation.ended(row.status()));
        };
    }

    private static CancelOutcome kept(TaskRow row, String sentence) {
        return new CancelOutcome(row.task(), false, sentence);
    }

    private CancelOutcome asked(TaskRow row) {
        try {
            CancelAnswer answer = trade.gateway()
                    .cancel(
                            row.task().provider(),
                            row.task().advance().providerTaskId().orElse(""));
            return answer.stopped() ? stopped(row, answer.message()) : kept(books.now(row), answer.message());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return kept(row, "The question was broken off; look at the task to see whether it goes on.");
        }
    }

    private CancelOutcome stopped(TaskRow row, String sentence) {
        Charged charged = row.remote().failedIsFree() ? Charged.NO : Charged.UNKNOWN;
        boolean cancelled = books.database().write(Hold.task(row), connection -> {
            if (!books.remote().cancelled(connection, row, charged)) {
                return false;
            }
            books.ledger()
                    .close(connection, row, charged == Charged.NO ? AttemptEnd.CANCELLED : AttemptEnd.FAILED_UNKNOWN);
            return true;
        });
        TaskRow now = books.now(row);
        return cancelled
                ? new CancelOutcome(now.task(), true, sentence)
                : kept(
                        now,
                        "The task was over before it could be stopped; it is "
                                + now.status().word() + ".");
    }

    /**
     * Writes down what this process, or one on the same home that is gone, knows of orders and could not write down.
     *
     * @throws StoreUnavailable when it has to be tried again
     */
    void settle() {
        settlement.settle();
    }

    /** Leaves what could not be written down to whoever comes next. */
    void close() {
        unwritten.close();
    }
}
