package dev.wanvideo.task;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * The task database: a file that the processes of one machine share, or a server that the replicas of a team share.
 *
 * <p>What may cost money is written so that it outlives a power failure; what only speeds things along is not. Every
 * method throws {@link StoreUnavailable} when the database cannot be used.
 */
interface Database extends AutoCloseable {
    /**
     * One transaction that is on disk when this returns, and whose decisions no other transaction with the same hold can
     * get between.
     */
    <T> T write(Hold hold, Work<T> work);

    /** One transaction that a power failure may undo, but never a killed process. */
    <T> T writeUnsynced(Hold hold, Work<T> work);

    /** One or more statements that change nothing. */
    <T> T read(Work<T> work);

    /**
     * Takes one more hold inside a transaction, behind that of its task; what was read before is not covered by it.
     *
     * @param hold one by name
     */
    void also(Connection connection, Hold hold) throws SQLException;

    /** Notices changes, by whichever process they are made. */
    Changes changes();

    /** Connections for the scheduler, each for one statement. */
    DataSource forScheduler();

    /**
     * How the scheduler takes up steps.
     *
     * @param names the step names that this process can carry out; steps of other names are never taken up
     */
    JdbcCustomization claims(List<String> names, Clock clock);

    /** Changes whenever another connection wrote; empty where that cannot be told at once. Never waits. */
    default OptionalLong version() {
        return OptionalLong.empty();
    }

    /** Whether what was opened still is what would be opened now. */
    boolean inPlace();

    /** What a person may want to know of it, one fact each. */
    List<String> facts();

    /** Wakes whoever waits for a change. */
    @Override
    void close();

    /** What to do on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
