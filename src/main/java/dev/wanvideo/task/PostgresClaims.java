package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.PreparedStatementSetter;
import java.time.Clock;
import java.util.List;

/** How steps are claimed on PostgreSQL: past those that another replica is just claiming. */
final class PostgresClaims extends StepClaims {
    PostgresClaims(List<String> names, Clock clock) {
        super(names, clock);
    }

    @Override
    public String getName() {
        return "PostgreSQL";
    }

    @Override
    String statement(String table, String names) {
        // A plan may look at the due steps more than once; they must be the same ones.
        return "UPDATE " + table + " s SET picked = TRUE, picked_by = ?, last_heartbeat = ?, version = s.version + 1"
                + " FROM (WITH due AS MATERIALIZED (SELECT task_name, task_instance FROM " + table
                + " WHERE NOT picked AND execution_time <= ? AND task_name IN (" + names
                + ") ORDER BY execution_time, task_instance LIMIT ? FOR UPDATE SKIP LOCKED) SELECT * FROM due) d"
                + " WHERE s.task_name = d.task_name AND s.task_instance = d.task_instance RETURNING s.*";
    }

    @Override
    List<Execution> claimed(JdbcTaskRepositoryContext context, String sql, PreparedStatementSetter binding) {
        return context.jdbcRunner.query(sql, binding, context.resultSetMapper.get());
    }
}
