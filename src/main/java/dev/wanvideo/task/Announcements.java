package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other replicas which tasks changed, many with one statement, and not inside the transactions that change
 * them: the server lets those that notify commit only one after another, each with its wait for the disk
 * (https://www.postgresql.org/docs/15/sql-notify.html, read 2026-11-21). What is lost with this process or with a
 * connection, the others find by looking.
 */
final class Announcements implements AutoCloseable {
    /** The channel; what is sent over it is the id of a task. */
    static final String CHANNEL = "wan_video_task";

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final DataSource connections;
    private final BlockingQueue<String> changed = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "task-announcements");

    Announcements(DataSource connections) {
        this.connections = connections;
        thread.setDaemon(true);
        thread.start();
    }

    void add(String task) {
        changed.add(task);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Set<String> tasks = new TreeSet<>(Set.of(changed.take()));
                changed.drainTo(tasks);
                send(tasks);
            }
        } catch (InterruptedException e) {
            LOG.debug("Changes are not announced any more");
        }
    }

    private void send(Set<String> tasks) {
        try (Connection connection = connections.getConnection()) {
            Sql.all(
                    connection,
                    "SELECT pg_notify(?, task) FROM unnest(?) task",
                    row -> 1,
                    CHANNEL,
                    connection.createArrayOf("text", tasks.toArray()));
        } catch (SQLException e) {
            LOG.debug("Changes of {} tasks were not announced", tasks.size());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
