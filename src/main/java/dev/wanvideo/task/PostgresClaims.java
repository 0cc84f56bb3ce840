package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.PreparedStatementSetter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How steps are claimed on PostgreSQL: past those that another replica is just claiming.
 *
 * <p>What was claimed stays in the index until the server vacuums, and a claim from the start reads over all of it; so
 * while more is due than is taken, a claim begins where the one before ended, and from the start once a second.
 */
final class PostgresClaims extends StepClaims {
    private static final Duration FROM_START_EVERY = Duration.ofSeconds(1);
    private static final Comparator<Execution> IN_ORDER =
            Comparator.comparing(Execution::getExecutionTime).thenComparing(step -> step.taskInstance.getId());

    private Place place = Place.start();

    PostgresClaims(List<String> names, Clock clock) {
        super(names, clock);
    }

    @Override
    public String getName() {
        return "PostgreSQL";
    }

    @Override
    List<Execution> claimed(JdbcTaskRepositoryContext context, String marks, int limit) {
        Place from = place.old() ? Place.start() : place;
        List<Execution> claimed = claimed(context, marks, limit, from);
        if (claimed.size() == limit) {
            place = from.behind(claimed.stream().max(IN_ORDER).orElseThrow());
            return claimed;
        }
        place = Place.start();
        if (from.isStart()) {
            return claimed;
        }
        // What came before the place meanwhile is due as well.
        List<Execution> all = new ArrayList<>(claimed);
        all.addAll(claimed(context, marks, limit - claimed.size(), place));
        return all;
    }

    private List<Execution> claimed(JdbcTaskRepositoryContext context, String marks, int limit, Place from) {
        PreparedStatementSetter binding = statement -> {
            int index = bind(statement, context);
            statement.setLong(index, from.time());
            statement.setString(index + 1, from.task());
        };
        return context.jdbcRunner.query(
                statement(context.tableName, marks, limit), binding, context.resultSetMapper.get());
    }

    static String statement(String table, String marks, int limit) {
        // Found by their places, which hold within a statement that has locked them: whatever a server knows of the
        // table, and however old its plan is, there is no other way to them than the index and these places. The limit
        // is
        // in the text, since a claim of few is planned otherwise than one of any number.
        return "UPDATE " + table + " SET picked = TRUE, picked_by = ?, last_heartbeat = ?, version = version + 1"
                + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM " + table
                + " WHERE NOT picked AND execution_time <= ? AND task_name IN (" + marks
                + ") AND (execution_time, task_instance) > (?, ?) ORDER BY execution_time, task_instance LIMIT " + limit
                + " FOR UPDATE SKIP LOCKED)) RETURNING *";
    }

    /**
     * Where in the order of steps a claim begins.
     *
     * @param time epoch milliseconds
     * @param nanos when the claims that led here began at the start
     */
    private record Place(long time, String task, long nanos) {
        static Place start() {
            return new Place(Long.MIN_VALUE, "", System.nanoTime());
        }

        boolean isStart() {
            return time == Long.MIN_VALUE;
        }

        boolean old() {
            return System.nanoTime() - nanos > FROM_START_EVERY.toNanos();
        }

        Place behind(Execution step) {
            Instant due = step.getExecutionTime();
            return new Place(due.toEpochMilli(), step.taskInstance.getId(), nanos);
        }
    }
}
