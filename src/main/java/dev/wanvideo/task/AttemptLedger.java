package dev.wanvideo.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Every attempt that was ever begun, in {@code submit_attempt}: rows are added, closed once, and never removed. What is
 * open or may have been charged counts towards the day on which it was begun, in UTC.
 */
final class AttemptLedger {
    private static final int MICROS = 6;
    private static final String FREE_ENDS = "('interrupted', 'cancelled', 'failed')";

    private final Clock clock;

    AttemptLedger(Clock clock) {
        this.clock = clock;
    }

    void open(Connection connection, TaskRow row, int attempt, BigDecimal reservedUsd) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO submit_attempt (task_id, attempt, provider, account_fp, idem_key, intent_at,"
                        + " est_cost_micros) VALUES (?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                attempt,
                row.task().provider(),
                row.account(),
                row.id() + "-" + attempt,
                clock.instant(),
                micros(reservedUsd));
    }

    /** Closes the row's present attempt, if it is still open. */
    void close(Connection connection, TaskRow row, AttemptEnd end) throws SQLException {
        Sql.update(
                connection,
                "UPDATE submit_attempt SET outcome = ?, resolved_by = 'step', resolved_at = ?"
                        + " WHERE task_id = ? AND attempt = ? AND outcome IS NULL",
                end.word(),
                clock.instant(),
                row.id(),
                row.attempt());
    }

    /**
     * US dollars that today's attempts may cost or have cost. Attempts of tomorrow were begun before the clock was set
     * back; they count, so that the budget is not there twice.
     */
    BigDecimal reservedToday(Connection connection) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long micros = Sql.number(
                connection,
                "SELECT COALESCE(SUM(est_cost_micros), 0) FROM submit_attempt WHERE intent_at >= ? AND intent_at < ?"
                        + " AND (outcome IS NULL OR outcome NOT IN " + FREE_ENDS + ")",
                start(today),
                start(today.plusDays(2)));
        return BigDecimal.valueOf(micros, MICROS).stripTrailingZeros();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static long micros(BigDecimal usd) {
        return usd.setScale(MICROS, RoundingMode.CEILING).unscaledValue().longValueExact();
    }
}
