package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices what any replica changes, over one connection that listens; it is made with the first waiter and kept. Every
 * two seconds all awaited tasks are looked at with one statement, on the same connection, which also tells whether that
 * still lives.
 */
final class PostgresChanges implements Changes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresChanges.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PostgresAddress address;
    private final Awaited awaited = new Awaited();
    private final Thread thread = new Thread(this::run, "task-changes");
    private boolean started;
    private volatile boolean closed;

    PostgresChanges(PostgresAddress address) {
        this.address = address;
        thread.setDaemon(true);
    }

    @Override
    public synchronized Waiting open(Collection<String> ids) {
        if (!started && !closed) {
            started = true;
            thread.start();
        }
        return awaited.add(ids);
    }

    /** A change that this process made. */
    void tell(String task) {
        awaited.tell(task);
    }

    private void run() {
        Duration pause = Duration.ofMillis(100);
        while (!closed) {
            try (Connection connection = address.connect()) {
                Sql.run(connection, "LISTEN " + Announcements.CHANNEL);
                pause = Duration.ofMillis(100);
                // Whatever changed before is not told any more.
                awaited.tellAll();
                listen(connection);
            } catch (SQLException e) {
                LOG.debug("Changes by other servers are noticed late for now");
                pause = paused(pause);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection listening = connection.unwrap(PGConnection.class);
        long looked = System.nanoTime();
        while (!closed) {
            long wait = LOOK_EVERY.toMillis() - (System.nanoTime() - looked) / 1_000_000;
            PGNotification @Nullable [] told = wait > 0 ? listening.getNotifications((int) wait) : null;
            if (told != null && told.length > 0) {
                List.of(told).forEach(one -> awaited.tell(one.getParameter()));
            } else if (wait <= 0) {
                look(connection);
                looked = System.nanoTime();
            }
        }
    }

    /** One statement for all that is awaited. */
    private void look(Connection connection) throws SQLException {
        Collection<String> ids = awaited.ids();
        if (!ids.isEmpty()) {
            Sql.all(
                    connection,
                    "SELECT id, rev FROM video_task WHERE id = ANY (?)",
                    row -> awaited.seen(row.getString("id"), row.getLong("rev")),
                    connection.createArrayOf("text", ids.toArray()));
        }
    }

    private Duration paused(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            LOG.debug("Not listening any more");
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
        awaited.tellAll();
    }
}
