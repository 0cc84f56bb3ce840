package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;

/** Changes a row that still is in the attempt and in one of the states that the change starts from. */
record RowChange(Clock clock) {
    /** A change that whoever waits for the task is told of. */
    boolean visible(Connection connection, TaskRow row, String from, String change, Object... values)
            throws SQLException {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = clock.instant();
        return silent(connection, row, from, change + ", rev = rev + 1, updated_at = ?", all);
    }

    /** A change that only the steps care about. */
    boolean silent(Connection connection, TaskRow row, String from, String change, Object... values)
            throws SQLException {
        Object[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = row.id();
        all[values.length + 1] = row.attempt();
        return Sql.update(
                        connection,
                        "UPDATE video_task SET " + change + " WHERE id = ? AND attempt = ? AND state IN (" + from + ")",
                        all)
                == 1;
    }
}
