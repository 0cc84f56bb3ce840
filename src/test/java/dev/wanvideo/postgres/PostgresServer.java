package dev.wanvideo.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server for all tests of this process, started by the first that wants it; each has a database. */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    /** Started once, by whichever thread is first; it ends with this process. */
    private static final class Running {
        static final EmbeddedPostgres SERVER = started();

        private static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "500")
                        .setServerConfig("shared_buffers", "32MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The address of a new, empty database. */
    public static String database() {
        return database("");
    }

    /** @param options of the statement that creates it */
    public static String database(String options) {
        String name = "test_" + DATABASES.incrementAndGet();
        run("CREATE DATABASE " + name + " " + options);
        return Running.SERVER.getJdbcUrl("postgres", name);
    }

    /** Carries out a statement as the owner of the server. */
    public static void run(String sql) {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int port() {
        return Running.SERVER.getPort();
    }
}
