package dev.wanvideo.task;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The decision to begin an attempt: in one transaction the price is reserved against the daily budget of all processes,
 * the row moves from queued to submitting, and the ledger gains a line. Nothing is begun before that is on disk.
 */
final class Intent {
    private final Database database;
    private final TaskTable table;
    private final TaskMoves moves;
    private final AttemptLedger ledger;
    private final Optional<BigDecimal> dailyBudget;

    Intent(
            Database database,
            TaskTable table,
            TaskMoves moves,
            AttemptLedger ledger,
            Optional<BigDecimal> dailyBudget) {
        this.database = database;
        this.table = table;
        this.moves = moves;
        this.ledger = ledger;
        this.dailyBudget = dailyBudget;
    }

    /** The row as it stands in its new attempt; empty when the task is not queued any more or went over the budget. */
    Optional<TaskRow> declare(String id) {
        return database.write(connection -> {
            Optional<TaskRow> row = table.find(connection, id);
            return row.isPresent() && mayBegin(connection, row.get()) ? table.find(connection, id) : Optional.empty();
        });
    }

    private boolean mayBegin(Connection connection, TaskRow row) throws SQLException {
        if (row.status() != TaskStatus.QUEUED) {
            return false;
        }
        Optional<TaskError> refusal = refusal(connection, row.task().cost().quote());
        if (refusal.isPresent()) {
            moves.failed(connection, row, refusal.get());
            return false;
        }
        ledger.open(connection, row, row.attempt() + 1, price(row.task().cost().quote()));
        return moves.submitting(connection, row);
    }

    private Optional<TaskError> refusal(Connection connection, Quote quote) throws SQLException {
        if (dailyBudget.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal budget = dailyBudget.get();
        BigDecimal reserved = ledger.reservedToday(connection);
        // A budget that was lowered below what is taken leaves nothing, but what is free needs nothing.
        return quote.within(budget.subtract(reserved).max(BigDecimal.ZERO))
                ? Optional.empty()
                : Optional.of(new TaskError(Category.OVER_BUDGET, overBudget(quote, budget, reserved)));
    }

    private static String overBudget(Quote quote, BigDecimal budget, BigDecimal reserved) {
        String price = quote.highUsd()
                .map(usd -> "may cost " + usd.toPlainString() + " USD")
                .orElse("has no known price");
        return "This film " + price + ", and " + reserved.toPlainString() + " of the daily budget of "
                + budget.toPlainString()
                + " USD are taken today (UTC). Nothing was sent or charged. Raise WAN_VIDEO_DAILY_BUDGET_USD, ask for"
                + " something cheaper, or try again tomorrow.";
    }

    private static BigDecimal price(Quote quote) {
        return quote.highUsd().orElse(BigDecimal.ZERO);
    }
}
