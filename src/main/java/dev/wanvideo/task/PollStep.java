package dev.wanvideo.task;

import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at a film in the making, when the rhythm says so. */
final class PollStep {
    private static final Duration MISSING_FOR = Duration.ofMinutes(10);
    private static final Duration MISSING_GAP = Duration.ofSeconds(60);
    // However the clock was set meanwhile, so many looks in a row must bring nothing.
    private static final int VAIN_LOOKS = 5;

    private final RemoteTrade trade;
    private final Books books;
    private final UsualTimes usual;
    private final PollRhythm rhythm;
    private final DownloadStep downloads;

    PollStep(RemoteTrade trade, UsualTimes usual, PollRhythm rhythm, DownloadStep downloads) {
        this.trade = trade;
        this.books = trade.books();
        this.usual = usual;
        this.rhythm = rhythm;
        this.downloads = downloads;
    }

    /** The wait until the next look at a running task. */
    Next later(TaskRow row) {
        return new Next.Again(gap(row));
    }

    private Duration gap(TaskRow row) {
        Instant submitted =
                row.remote().looks().submittedAt().orElse(row.task().times().created());
        return rhythm.next(books.since(submitted), usual.expected(row));
    }

    Next drive(TaskRow row) throws InterruptedException {
        Duration wait = trade.gateway().reserve(row.task().provider(), ProviderGateway.Kind.POLL);
        return wait.isZero() ? after(row, polled(row)) : RemoteTrade.inLine(wait);
    }

    private PollOutcome polled(TaskRow row) throws InterruptedException {
        trade.calls().enter();
        try {
            return trade.gateway().poll(row.task().provider(), id(row));
        } finally {
            trade.calls().leave();
        }
    }

    private Next after(TaskRow row, PollOutcome outcome) throws InterruptedException {
        if (outcome instanceof PollOutcome.Finished finished) {
            return finished(row, finished);
        }
        if (outcome instanceof PollOutcome.Failed failed) {
            return failed(row, failed);
        }
        if (outcome instanceof PollOutcome.Missing missing) {
            return missing(row, missing.message());
        }
        if (outcome instanceof PollOutcome.NoAnswer none) {
            return noAnswer(row, none);
        }
        return going(row, ((PollOutcome.Going) outcome).report());
    }

    private Next going(TaskRow row, ProviderReport report) {
        if (books.overdue(row)) {
            return timedOut(row, report);
        }
        if (books.remote().tellsMore(row, report)) {
            books.database()
                    .writeUnsynced(
                            Hold.statement(row), connection -> books.remote().told(connection, row, report));
        } else if (row.remote().looks().vain() > 0) {
            books.database()
                    .writeUnsynced(Hold.NOTHING, connection -> books.remote().seen(connection, row));
        }
        return later(row);
    }

    private Next finished(TaskRow row, PollOutcome.Finished film) throws InterruptedException {
        boolean ours = books.database().write(Hold.task(row), connection -> {
            books.ledger().charged(connection, row, film.report().chargedUsd());
            return books.remote().finished(connection, row, film);
        });
        return ours ? downloads.drive(books.now(row)) : RemoteTrade.MOVED_BY_ANOTHER;
    }

    private Next failed(TaskRow row, PollOutcome.Failed told) {
        TaskError error =
                new TaskError(told.category(), row.task().provider() + " did not make the film: " + told.message());
        books.database()
                .write(
                        Hold.task(row),
                        connection -> books.failed(connection, row, error, told.charged(), told.report()));
        return RemoteTrade.MOVED_BY_ANOTHER;
    }

    private Next missing(TaskRow row, String words) {
        Instant now = books.clock().instant();
        Instant since = row.remote()
                .looks()
                .missingSince()
                .filter(at -> !at.isAfter(now))
                .orElse(now);
        boolean longGone = books.since(since).compareTo(MISSING_FOR) >= 0;
        if (longGone && row.remote().looks().vain() + 1 >= VAIN_LOOKS || books.overdue(row)) {
            return gaveUp(
                    row,
                    Category.NOT_FOUND,
                    row.task().provider() + " says that it knows no task " + id(row) + ", which it took on: " + words);
        }
        books.database()
                .writeUnsynced(Hold.NOTHING, connection -> books.remote().missing(connection, row, since));
        Duration gap = gap(row);
        return new Next.Again(gap.compareTo(MISSING_GAP) > 0 ? MISSING_GAP : gap);
    }

    /** A look that failed says nothing; only long after the time a task is given it is not worth another one. */
    private Next noAnswer(TaskRow row, PollOutcome.NoAnswer none) {
        if (books.overdue(row)) {
            if (row.remote().looks().vain() + 1 >= VAIN_LOOKS) {
                return unheard(row, none.why());
            }
            books.database()
                    .writeUnsynced(Hold.NOTHING, connection -> books.remote().vain(connection, row));
        }
        Duration gap = gap(row);
        return new Next.Again(
                none.retryAfter().filter(wait -> wait.compareTo(gap) > 0).orElse(gap));
    }

    private Next timedOut(TaskRow row, ProviderReport report) {
        return gaveUp(
                row,
                Category.TIMEOUT,
                row.task().provider() + " did not finish the film within a day. " + last(row, report.status()));
    }

    /** It may well have finished the film; nobody could ask. */
    private Next unheard(TaskRow row, String why) {
        return gaveUp(
                row,
                Category.TIMEOUT,
                row.task().provider() + " could not be asked about the film any more (" + why
                        + "), and the day that it is given is over. " + last(row, Optional.empty()));
    }

    private static String last(TaskRow row, Optional<String> status) {
        return "Its task is " + id(row)
                + status.or(() -> row.task().advance().providerStatus())
                        .map(word -> "; its last word was " + word)
                        .orElse("")
                + ".";
    }

    private Next gaveUp(TaskRow row, Category category, String message) {
        String whole = message + " Whether it is charged is not known: look at your account there.";
        books.failed(row, category, whole, Charged.UNKNOWN);
        return RemoteTrade.MOVED_BY_ANOTHER;
    }

    private static String id(TaskRow row) {
        return row.task().advance().providerTaskId().orElse("");
    }
}
