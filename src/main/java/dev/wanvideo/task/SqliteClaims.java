package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.PreparedStatementSetter;
import java.time.Clock;
import java.util.List;

/** How steps are claimed on SQLite: in a transaction, so that threads of one process line up for it. */
final class SqliteClaims extends StepClaims {
    private final Database database;

    SqliteClaims(List<String> names, Database database, Clock clock) {
        super(names, clock);
        this.database = database;
    }

    @Override
    public String getName() {
        return "SQLite";
    }

    @Override
    String statement(String table, String names) {
        return "UPDATE " + table
                + " SET picked = 1, picked_by = ?, last_heartbeat = ?, version = version + 1 WHERE rowid IN (SELECT"
                + " rowid FROM " + table + " WHERE picked = 0 AND execution_time <= ? AND task_name IN (" + names
                + ") ORDER BY execution_time, task_instance LIMIT ?) RETURNING *";
    }

    @Override
    List<Execution> claimed(JdbcTaskRepositoryContext context, String sql, PreparedStatementSetter binding) {
        return database.writeUnsynced(
                Hold.NOTHING, connection -> context.jdbcRunner.query(sql, binding, context.resultSetMapper.get()));
    }
}
