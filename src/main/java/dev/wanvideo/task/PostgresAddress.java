package dev.wanvideo.task;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the database server is and who is let in there; nothing of it is ever shown. */
final class PostgresAddress {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SOCKET_SECONDS = 30;
    // A replica that stands still in the middle must not keep the others out for ever.
    private static final String LIMITS = "SET lock_timeout = '15s'; SET idle_in_transaction_session_timeout = '30s'; ";

    // Its warnings quote what it was given; what they mean is told in our own words.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private final PGSimpleDataSource source;

    private PostgresAddress(PGSimpleDataSource source) {
        this.source = source;
    }

    /**
     * Reads an address of the driver's form, {@code jdbc:postgresql://host:5432/database?user=...&password=...}.
     *
     * @throws StoreUnavailable when it is none
     */
    static PostgresAddress of(String url) {
        DRIVER.setLevel(Level.OFF);
        Properties given = Driver.parseURL(url, null);
        if (given == null) {
            throw new StoreUnavailable(
                    "WAN_VIDEO_DATABASE_URL is no address such as"
                            + " jdbc:postgresql://host:5432/database?user=wan&password=...; no film is made until it is mended.");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setTcpKeepAlive(true);
        source.setApplicationName("wan-video-mcp");
        if (!given.containsKey(PGProperty.CONNECT_TIMEOUT.getName()) || source.getConnectTimeout() == 0) {
            source.setConnectTimeout((int) PATIENCE.toSeconds());
        }
        if (source.getSocketTimeout() == 0) {
            source.setSocketTimeout(SOCKET_SECONDS);
        }
        return new PostgresAddress(source);
    }

    /** A connection outside any pool. */
    Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** Connections whose commits are on disk, whatever is usual on this server. */
    HikariDataSource synced(int most) {
        return pool(
                "wan-video-billing",
                most,
                "SELECT set_config('synchronous_commit', 'on', FALSE)"
                        + " WHERE current_setting('synchronous_commit') = 'off'");
    }

    /**
     * Connections whose commits a failure of the server may undo. What they ask has an index, in its order; a server whose
     * statistics are older than what is due, or whose plan is of a time when little was, would read or sort all of it for
     * each handful of steps.
     */
    HikariDataSource unsynced(int most) {
        return pool(
                "wan-video-scheduling",
                most,
                "SET synchronous_commit = off; SET enable_sort = off; SET enable_seqscan = off");
    }

    private HikariDataSource pool(String name, int most, @Nullable String setting) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setConnectionInitSql(LIMITS + setting);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
