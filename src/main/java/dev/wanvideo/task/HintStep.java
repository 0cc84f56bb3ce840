package dev.wanvideo.task;

import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.ProviderReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Follows what somebody who knew a submission's own secret address said about it: that it goes by some id at the
 * provider. Who said so may not have been the provider, so the id is only where to look: it is taken when the provider,
 * asked with our key, has such a task, of our model, and no other task is that one.
 */
final class HintStep {
    private static final String MODEL = "model";

    private final RemoteTrade trade;
    private final Books books;

    HintStep(RemoteTrade trade) {
        this.trade = trade;
        this.books = trade.books();
    }

    /** How the task goes on; empty where nobody said anything, or the provider does not bear it out. */
    Optional<Next> drive(TaskRow row) throws InterruptedException {
        Optional<String> hint = books.database().read(connection -> AttemptLedger.hint(connection, row));
        if (hint.isEmpty()) {
            return Optional.empty();
        }
        String provider = row.task().provider();
        Duration wait = trade.gateway().reserve(provider, ProviderGateway.Kind.POLL);
        if (!wait.isZero()) {
            return Optional.of(RemoteTrade.inLine(wait));
        }
        boolean ours = confirms(row, trade.gateway().poll(provider, hint.get()))
                && books.database().<Boolean>write(Hold.task(row), connection -> taken(connection, row, hint.get()));
        return ours ? Optional.of(Next.AT_ONCE) : Optional.empty();
    }

    private static boolean confirms(TaskRow row, PollOutcome seen) {
        Optional<ProviderReport> report = report(seen);
        Object asked = row.outgoing().body().get(MODEL);
        Object told = report.map(task -> task.details().get(MODEL)).orElse(null);
        return report.isPresent() && (asked == null || told == null || asked.equals(told));
    }

    /** What the provider told of the task, where it has one. */
    private static Optional<ProviderReport> report(PollOutcome seen) {
        if (seen instanceof PollOutcome.Going going) {
            return Optional.of(going.report());
        }
        if (seen instanceof PollOutcome.Finished finished) {
            return Optional.of(finished.report());
        }
        return seen instanceof PollOutcome.Failed failed ? Optional.of(failed.report()) : Optional.empty();
    }

    private boolean taken(Connection connection, TaskRow before, String theirs) throws SQLException {
        TaskRow row = books.table().find(connection, before.id()).orElseThrow();
        if (row.status() != TaskStatus.SUBMISSION_UNKNOWN || row.attempt() != before.attempt()) {
            return false;
        }
        books.database().also(connection, Hold.account(row));
        if (books.table().boundIds(connection, row).contains(theirs)) {
            return false;
        }
        Instant begun =
                row.remote().looks().intentAt().orElse(row.task().times().created());
        books.remote().accepted(connection, row, theirs, begun, ProviderReport.NONE);
        books.ledger().accepted(connection, row, theirs, Settler.CALLBACK);
        return true;
    }
}
