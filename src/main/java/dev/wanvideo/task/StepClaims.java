package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How steps are claimed: one statement takes the due steps of the given names and marks them as taken.
 *
 * <p>Times are epoch milliseconds, the same on every database. The scheduler's own rules for SQLite share one Calendar
 * between threads, and its rules for PostgreSQL also take steps of names that this process cannot carry out.
 */
abstract class StepClaims implements JdbcCustomization {
    private static final Logger LOG = LoggerFactory.getLogger(StepClaims.class);

    private final List<String> names;
    private final Clock clock;

    StepClaims(List<String> names, Clock clock) {
        this.names = List.copyOf(names);
        this.clock = clock;
    }

    /**
     * Takes steps and returns them; may lock.
     *
     * @param marks one question mark for each name of steps
     */
    abstract List<Execution> claimed(JdbcTaskRepositoryContext context, String marks, int limit);

    /**
     * Binds who claims, when, the time by which steps are due, and the names, and returns the index behind them. To be
     * called behind whatever the claim has to wait for: one with an old sign of life would be taken away again at once.
     */
    final int bind(PreparedStatement statement, JdbcTaskRepositoryContext context) throws SQLException {
        long now = clock.instant().toEpochMilli();
        int index = 1;
        statement.setString(index++, context.schedulerName.getName());
        statement.setLong(index++, now);
        statement.setLong(index++, now);
        for (String name : names) {
            statement.setString(index++, name);
        }
        return index;
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant instant) throws SQLException {
        if (instant == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, instant.toEpochMilli());
        }
    }

    @Override
    @SuppressWarnings("NullAway") // The scheduler stores and reads an absent time as null, but does not say so.
    public Instant getInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public void setTaskData(PreparedStatement statement, int index, byte @Nullable [] data) throws SQLException {
        statement.setBytes(index, data);
    }

    @Override
    @SuppressWarnings("NullAway") // A step carries no data; the scheduler takes null for that.
    public byte[] getTaskData(ResultSet row, String column) throws SQLException {
        return row.getBytes(column);
    }

    @Override
    public boolean supportsExplicitQueryLimitPart() {
        return true;
    }

    @Override
    public String getQueryLimitPart(int limit) {
        return " LIMIT " + limit;
    }

    @Override
    public boolean supportsSingleStatementLockAndFetch() {
        return true;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean byPriority) {
        if (names.isEmpty()) {
            return List.of();
        }
        try {
            return claimed(context, String.join(", ", Collections.nCopies(names.size(), "?")), limit);
        } catch (SQLRuntimeException | StoreUnavailable e) {
            LOG.warn("No step can be taken up for now. {}", StoreTrouble.of(e).getMessage());
            return List.of();
        }
    }

    @Override
    public boolean supportsGenericLockAndFetch() {
        return false;
    }

    @Override
    public String createGenericSelectForUpdateQuery(String table, int limit, String condition, boolean byPriority) {
        throw new UnsupportedOperationException("steps are claimed by one statement");
    }

    @Override
    public String createSelectDueQuery(String table, int limit, String condition, boolean byPriority) {
        throw new UnsupportedOperationException("steps are claimed by one statement");
    }
}
