package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
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
    List<Execution> claimed(JdbcTaskRepositoryContext context, String marks, int limit) {
        String sql = "UPDATE " + context.tableName
                + " SET picked = 1, picked_by = ?, last_heartbeat = ?, version = version + 1 WHERE rowid IN (SELECT"
                + " rowid FROM " + context.tableName + " WHERE picked = 0 AND execution_time <= ? AND task_name IN ("
                + marks + ") ORDER BY execution_time, task_instance LIMIT " + limit + ") RETURNING *";
        return database.writeUnsynced(
                Hold.NOTHING,
                connection -> context.jdbcRunner.query(
                        sql, statement -> bind(statement, context), context.resultSetMapper.get()));
    }
}
