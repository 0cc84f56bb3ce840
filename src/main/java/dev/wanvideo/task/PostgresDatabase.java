package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * The task database of a team: a PostgreSQL server that many replicas share. Transactions see what others have committed
 * before each statement (READ COMMITTED), so whatever decides by what it has read takes a {@link Hold} before it reads.
 */
final class PostgresDatabase implements Database {
    private static final int BILLING = 8;
    private static final int SCHEDULING = 10;

    private final HikariDataSource billing;
    private final HikariDataSource scheduling;
    private final PostgresChanges changes;
    private final Announcements announcements;

    private PostgresDatabase(PostgresAddress address) {
        billing = address.synced(BILLING);
        scheduling = address.unsynced(SCHEDULING);
        changes = new PostgresChanges(address);
        announcements = new Announcements(scheduling);
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param url of the driver's form
     */
    static PostgresDatabase open(String url) {
        PostgresAddress address = PostgresAddress.of(url);
        try (Connection connection = address.connect()) {
            PostgresSchema.update(connection);
        } catch (SQLException e) {
            throw StoreTrouble.of(e);
        }
        return new PostgresDatabase(address);
    }

    @Override
    public <T> T write(Hold hold, Work<T> work) {
        return told(hold, transaction(billing, hold, work));
    }

    @Override
    public <T> T writeUnsynced(Hold hold, Work<T> work) {
        return told(hold, transaction(scheduling, hold, work));
    }

    @Override
    public <T> T read(Work<T> work) {
        try (Connection connection = scheduling.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreTrouble.of(e);
        }
    }

    private static <T> T transaction(HikariDataSource pool, Hold hold, Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            PostgresLocks.take(connection, hold);
            T result = work.on(connection);
            commit(connection);
            return result;
        } catch (SQLException | SQLRuntimeException | DbSchedulerException e) {
            throw StoreTrouble.of(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw PostgresTrouble.unsure(e);
        }
    }

    private <T> T told(Hold hold, T result) {
        hold.told().ifPresent(task -> {
            changes.tell(task);
            announcements.add(task);
        });
        return result;
    }

    @Override
    public void also(Connection connection, Hold hold) throws SQLException {
        PostgresLocks.take(connection, hold);
    }

    @Override
    public Changes changes() {
        return changes;
    }

    @Override
    public DataSource forScheduler() {
        return scheduling;
    }

    @Override
    public JdbcCustomization claims(List<String> names, Clock clock) {
        return new PostgresClaims(names, clock);
    }

    /** Its address was given to this process once and for all. */
    @Override
    public boolean inPlace() {
        return true;
    }

    @Override
    public List<String> facts() {
        return read(connection -> List.of("task database: schema " + PostgresSchema.known(connection) + ", PostgreSQL "
                + Sql.word(connection, "SHOW server_version") + ", "
                + Sql.number(connection, "SELECT pg_database_size(current_database()) / 1024") + " KiB"));
    }

    @Override
    public void close() {
        announcements.close();
        scheduling.close();
        billing.close();
        changes.close();
    }
}
