package dev.wanvideo.task;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The decision to begin an attempt: in one transaction the price is reserved against the tenant's daily budget over all processes,
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

    /** An attempt on this machine. */
    Optional<TaskRow> declare(String id) {
        return declare(id, Beginning.HERE);
    }

    /** The row as it stands in its new attempt; empty when the task is not queued any more or went over the budget. */
    Optional<TaskRow> declare(String id, Beginning beginning) {
        return database.write(Hold.task(id), connection -> {
            Optional<TaskRow> row = table.find(connection, id);
            return row.isPresent() && begun(connection, row.get(), beginning)
                    ? table.find(connection, id)
                    : Optional.empty();
        });
    }

    /** US dollars that are left of a tenant's budget for today; empty when there is none. */
    Optional<BigDecimal> left(Connection connection, String tenant) throws SQLException {
        return dailyBudget.isEmpty()
                ? Optional.empty()
                : Optional.of(dailyBudget
                        .get()
                        .subtract(ledger.reservedToday(connection, tenant))
                        .max(BigDecimal.ZERO));
    }

    private boolean begun(Connection connection, TaskRow row, Beginning beginning) throws SQLException {
        if (row.status() != TaskStatus.QUEUED && row.status() != TaskStatus.PREPARING) {
            return false;
        }
        Optional<TaskError> refusal = refusal(connection, row);
        if (refusal.isPresent()) {
            moves.failed(connection, row, refusal.get());
            return false;
        }
        ledger.open(connection, row, price(row.task().cost().quote()), beginning);
        return moves.submitting(connection, row, beginning.target());
    }

    private Optional<TaskError> refusal(Connection connection, TaskRow row) throws SQLException {
        if (dailyBudget.isEmpty()) {
            return Optional.empty();
        }
        database.also(connection, Hold.budget(row.tenant()));
        BigDecimal budget = dailyBudget.get();
        BigDecimal reserved = ledger.reservedToday(connection, row.tenant());
        Quote quote = row.task().cost().quote();
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
