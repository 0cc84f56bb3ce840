package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices what other processes write, while somebody waits: one thread looks for all, and ends with the last waiter. */
final class SqliteChanges implements Changes {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteChanges.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    // Heals a watcher that could not read for a moment.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final SqliteDatabase database;
    private final Signal signal;
    private int waiters;
    private boolean watching;

    /** @param signal given by this process for its own changes */
    SqliteChanges(SqliteDatabase database, Signal signal) {
        this.database = database;
        this.signal = signal;
    }

    /** The file tells only that something changed, so everybody is told of everything. */
    @Override
    public synchronized Waiting open(Collection<String> ids) {
        waiters++;
        if (!watching) {
            watching = true;
            Thread thread = new Thread(this::watch, threadName());
            thread.setDaemon(true);
            thread.start();
        }
        return new Waiter();
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

    private final class Waiter implements Waiting {
        @Override
        public long count() {
            return signal.count();
        }

        @Override
        public void await(long seen, Duration limit) throws InterruptedException {
            signal.await(seen, limit.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : limit);
        }

        @Override
        public void close() {
            leave();
        }
    }
}
