package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A real database whose connection a test can lose at the worst moment: around the end of a durable transaction. */
final class BreakableDatabase implements Database {
    private enum Moment {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        AT_THE_NEXT_READ
    }

    private final Database database;
    private final AtomicReference<Moment> breaks = new AtomicReference<>(Moment.NONE);
    private volatile boolean readerLost;

    BreakableDatabase(Database database) {
        this.database = database;
    }

    /** The next durable transaction is undone, and whoever made it cannot tell. */
    void breakBeforeCommit() {
        breaks.set(Moment.BEFORE_COMMIT);
    }

    /** The next durable transaction is on disk, and whoever made it cannot tell. */
    void breakAfterCommit() {
        breaks.set(Moment.AFTER_COMMIT);
    }

    /** The next durable transaction is done and heard of; then nobody can read once. */
    void breakAtTheNextRead() {
        breaks.set(Moment.AT_THE_NEXT_READ);
    }

    @Override
    public <T> T write(Hold hold, Work<T> work) {
        Moment moment = breaks.getAndSet(Moment.NONE);
        T result = database.write(hold, connection -> {
            T done = work.on(connection);
            if (moment == Moment.BEFORE_COMMIT) {
                throw lost();
            }
            return done;
        });
        if (moment == Moment.AFTER_COMMIT) {
            throw lost();
        }
        readerLost = moment == Moment.AT_THE_NEXT_READ;
        return result;
    }

    @Override
    public <T> T read(Work<T> work) {
        if (readerLost) {
            readerLost = false;
            throw lost();
        }
        return database.read(work);
    }

    private static StoreAway lost() {
        return new StoreAway("the connection was lost", new SQLException("lost", "08006"));
    }

    @Override
    public <T> T writeUnsynced(Hold hold, Work<T> work) {
        return database.writeUnsynced(hold, work);
    }

    @Override
    public void also(Connection connection, Hold hold) throws SQLException {
        database.also(connection, hold);
    }

    @Override
    public Changes changes() {
        return database.changes();
    }

    @Override
    public DataSource forScheduler() {
        return database.forScheduler();
    }

    @Override
    public JdbcCustomization claims(List<String> names, Clock clock) {
        return database.claims(names, clock);
    }

    @Override
    public boolean inPlace() {
        return database.inPlace();
    }

    @Override
    public List<String> facts() {
        return database.facts();
    }

    @Override
    public void close() {
        database.close();
    }
}
