package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The task database of a home: one SQLite file that several processes share. Every writing transaction keeps all others
 * out from its beginning, which is hold enough for whatever it decides.
 */
final class SqliteDatabase implements Database {
    /** The file's name in the home. */
    static final String FILE = "wan-video.db";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final String SAFE_SINCE = "3.51.3";
    private static final int BUSY_MILLIS = 15_000;

    private final SqlitePool billing;
    private final SqlitePool scheduling;
    private final DataVersion version;
    private final ThreadLocal<Connection> transaction = new ThreadLocal<>();
    private final Signal signal = new Signal();
    private final SqliteChanges changes = new SqliteChanges(this, signal);
    // SQLite's own waiting for a lock is a poll without order; threads of one process line up here instead.
    private final ReentrantLock line = new ReentrantLock(true);

    private final Path file;
    private @Nullable Object identity;

    private SqliteDatabase(Path file) {
        this.file = file;
        String url = "jdbc:sqlite:" + file;
        this.billing = new SqlitePool(url, SynchronousMode.FULL, BUSY_MILLIS);
        this.scheduling = new SqlitePool(url, SynchronousMode.NORMAL, BUSY_MILLIS);
        this.version = new DataVersion(url);
    }

    /** Opens the file below the home, making it when missing, and brings its tables up to date. */
    static SqliteDatabase open(Path home) {
        try {
            NativeLibrary.use(home);
            return open(home, Journal.fitting(home));
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "The data folder cannot be used: make it writable or set WAN_VIDEO_HOME to another folder.", e);
        }
    }

    static SqliteDatabase open(Path home, Journal journal) {
        SqliteDatabase database = new SqliteDatabase(home.resolve(FILE));
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
            SqliteSchema.refuseNewer(connection);
            String wanted = journal.name().toLowerCase(java.util.Locale.ROOT);
            if (!wanted.equals(Sql.word(connection, "PRAGMA journal_mode"))) {
                Sql.run(connection, "PRAGMA journal_mode = " + wanted);
            }
            return true;
        });
        if (read(SqliteSchema::outdated)) {
            write(Hold.NOTHING, SqliteSchema::update);
        }
    }

    /** Whether the file that was opened still lies where it lay; a person may have moved it away to mend something. */
    @Override
    public boolean inPlace() {
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

    @Override
    public <T> T write(Hold hold, Work<T> work) {
        return transaction(billing, hold, work);
    }

    @Override
    public <T> T writeUnsynced(Hold hold, Work<T> work) {
        return transaction(scheduling, hold, work);
    }

    /** The transaction holds everything as it is. */
    @Override
    public void also(Connection connection, Hold hold) {}

    @Override
    public OptionalLong version() {
        return version.read();
    }

    @Override
    public Changes changes() {
        return changes;
    }

    @Override
    public JdbcCustomization claims(List<String> names, Clock clock) {
        return new SqliteClaims(names, this, clock);
    }

    @Override
    public List<String> facts() {
        return read(connection -> List.of(
                "task database: schema " + SqliteSchema.of(connection) + ", SQLite "
                        + Sql.word(connection, "SELECT sqlite_version()") + ", journal "
                        + Sql.word(connection, "PRAGMA journal_mode") + ", "
                        + Sql.number(
                                connection,
                                "SELECT page_count * page_size / 1024 FROM pragma_page_count," + " pragma_page_size")
                        + " KiB",
                "database check: " + sound(connection)));
    }

    private static String sound(Connection connection) throws SQLException {
        String result = Sql.word(connection, "PRAGMA quick_check(1)");
        if (!result.equals("ok")) {
            throw new StoreUnavailable("The task database is damaged. It was left as it is: move " + FILE
                    + " and its neighbours of that name out of the data folder to start with an empty one.");
        }
        return result;
    }

    @Override
    public <T> T read(Work<T> work) {
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

    private <T> T transaction(SqlitePool pool, Hold hold, Work<T> work) {
        line.lock();
        try {
            Connection connection = pool.take();
            boolean sound = false;
            try {
                T result = between(connection, work);
                sound = true;
                if (!(hold instanceof Hold.Nothing)) {
                    signal.give();
                }
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
    private static void giveBack(SqlitePool pool, Connection connection, boolean sound) throws SQLException {
        if (sound) {
            pool.giveBack(connection);
        } else {
            connection.close();
        }
    }

    /** The open transaction of the asking thread, else a connection for one statement. */
    @Override
    public DataSource forScheduler() {
        return new ThreadBoundDataSource(() -> {
            Connection open = transaction.get();
            return open == null ? scheduling.lend() : SqlitePool.closingBy(open, () -> {});
        });
    }

    @Override
    public void close() {
        try (scheduling;
                billing;
                version) {
            LOG.debug("Closing the task database");
        } catch (SQLException e) {
            LOG.info("The task database was not closed cleanly; nothing is lost");
        }
        signal.give();
    }
}
