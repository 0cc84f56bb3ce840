package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The task database of a home: one SQLite file that several processes share.
 *
 * <p>What may cost money is written with a sync to disk; what only speeds things along is not. The scheduler's own
 * statements join the transaction of the thread they run on.
 */
final class Database implements AutoCloseable {
    /** The file's name in the home. */
    static final String FILE = "wan-video.db";

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String SAFE_SINCE = "3.51.3";
    private static final int BUSY_MILLIS = 15_000;

    private final ConnectionPool billing;
    private final ConnectionPool scheduling;
    private final Runnable committed;
    private final ThreadLocal<Connection> transaction = new ThreadLocal<>();
    // SQLite's own waiting for a lock is a poll without order; threads of one process line up here instead.
    private final ReentrantLock line = new ReentrantLock(true);

    private final Path file;
    private @Nullable Object identity;

    private Database(Path file, Runnable committed) {
        this.file = file;
        this.committed = committed;
        String url = "jdbc:sqlite:" + file;
        this.billing = new ConnectionPool(url, SynchronousMode.FULL, BUSY_MILLIS);
        this.scheduling = new ConnectionPool(url, SynchronousMode.NORMAL, BUSY_MILLIS);
    }

    /**
     * Opens the file below the home, making it when missing, and brings its tables up to date.
     *
     * @param committed called after each transaction of this process
     */
    static Database open(Path home, Runnable committed) throws IOException {
        NativeLibrary.use(home);
        return open(home, Journal.fitting(home), committed);
    }

    static Database open(Path home, Journal journal, Runnable committed) {
        Database database = new Database(home.resolve(FILE), committed);
        try {
            database.prepare(journal);
            database.identity = identity(database.file).orElse(null);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void prepare(Journal journal) {
        read(connection -> {
            requireSafe(Sql.word(connection, "SELECT sqlite_version()"));
            Schema.refuseNewer(connection);
            String wanted = journal.name().toLowerCase(java.util.Locale.ROOT);
            if (!wanted.equals(Sql.word(connection, "PRAGMA journal_mode"))) {
                Sql.run(connection, "PRAGMA journal_mode = " + wanted);
            }
            return true;
        });
        if (read(Schema::outdated)) {
            write(Schema::update);
        }
    }

    /** Whether the file that was opened still lies where it lay; a person may have moved it away to mend something. */
    boolean inPlace() {
        return Objects.equals(identity(file).orElse(null), identity);
    }

    /** What tells this file from another of its name; on systems that keep no such key, that it is there. */
    private static Optional<Object> identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? file : key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // 3.7.0 to 3.51.2 can damage a WAL that several processes write: https://sqlite.org/wal.html (read 2026-11-20).
    static void requireSafe(String version) {
        if (java.util.Arrays.compare(numbers(version), numbers(SAFE_SINCE)) < 0) {
            throw new StoreUnavailable("SQLite " + version + " is too old to share a database between processes; "
                    + SAFE_SINCE + " or later is needed.");
        }
    }

    private static int[] numbers(String version) {
        return java.util.Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** One transaction that is on disk when this returns. */
    <T> T write(Work<T> work) {
        return transaction(billing, work, committed);
    }

    /** One transaction that a power failure may undo, but never a killed process. */
    <T> T writeUnsynced(Work<T> work) {
        return transaction(scheduling, work, committed);
    }

    /** The same for what no caller can see: nobody who waits for a change is woken. */
    <T> T writeUnseen(Work<T> work) {
        return transaction(scheduling, work, () -> {});
    }

    <T> T read(Work<T> work) {
        try (Connection connection = scheduling.lend()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreTrouble.of(e);
        }
    }

    /** A connection of its own for whoever must stay on one; closing it gives it back. */
    Connection lend() throws SQLException {
        return scheduling.lend();
    }

    private <T> T transaction(ConnectionPool pool, Work<T> work, Runnable after) {
        line.lock();
        try {
            Connection connection = pool.take();
            boolean sound = false;
            try {
                T result = between(connection, work);
                sound = true;
                after.run();
                return result;
            } finally {
                giveBack(pool, connection, sound);
            }
        } catch (SQLException | SQLRuntimeException | DbSchedulerException e) {
            throw StoreTrouble.of(e);
        } finally {
            line.unlock();
        }
    }

    private <T> T between(Connection connection, Work<T> work) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        transaction.set(connection);
        try {
            T result = work.on(connection);
            Sql.run(connection, "COMMIT");
            return result;
        } finally {
            transaction.remove();
        }
    }

    /** Closing an unsound connection rolls its transaction back. */
    private static void giveBack(ConnectionPool pool, Connection connection, boolean sound) throws SQLException {
        if (sound) {
            pool.giveBack(connection);
        } else {
            connection.close();
        }
    }

    /** For the scheduler: the open transaction of the asking thread, else a connection for one statement. */
    DataSource forScheduler() {
        return new ThreadBoundDataSource(() -> {
            Connection open = transaction.get();
            return open == null ? scheduling.lend() : ConnectionPool.closingBy(open, () -> {});
        });
    }

    @Override
    public void close() {
        try (scheduling;
                billing) {
            LOG.debug("Closing the task database");
        } catch (SQLException e) {
            LOG.info("The task database was not closed cleanly; nothing is lost");
        }
    }

    /** What to do on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
