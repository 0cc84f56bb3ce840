package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices what other processes write, while somebody waits: one thread looks for all, and ends with the last waiter. */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Database database;
    private final Signal signal;
    private int waiters;
    private boolean watching;

    Changes(Database database, Signal signal) {
        this.database = database;
        this.signal = signal;
    }

    /** While what this returns is open, the signal is also given for other processes' changes. */
    synchronized Waiting open() {
        waiters++;
        if (!watching) {
            watching = true;
            Thread thread = new Thread(this::watch, threadName());
            thread.setDaemon(true);
            thread.start();
        }
        return this::leave;
    }

    /** The watching thread's name, which tells one home's watcher from another's. */
    String threadName() {
        return "task-changes-" + Integer.toHexString(System.identityHashCode(this));
    }

    private synchronized void leave() {
        waiters--;
    }

    private void watch() {
        try (Connection connection = database.lend()) {
            // A change may have slipped between a waiter's first look and this one, so everybody looks once more.
            long seen = -1;
            do {
                seen = look(connection, seen);
            } while (goOn());
        } catch (SQLException | StoreUnavailable e) {
            LOG.info("Changes of other processes are noticed late for now");
            stopped();
        }
    }

    private long look(Connection connection, long seen) throws SQLException {
        long version = Sql.number(connection, "PRAGMA data_version");
        if (version != seen) {
            signal.give();
        }
        return version;
    }

    private synchronized boolean goOn() {
        try {
            wait(LOOK_EVERY.toMillis());
            watching = waiters > 0;
        } catch (InterruptedException e) {
            watching = false;
        }
        return watching;
    }

    private synchronized void stopped() {
        watching = false;
    }

    /** Somebody waits until this is closed. */
    interface Waiting extends AutoCloseable {
        @Override
        void close();
    }
}
