package dev.wanvideo.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Whether a database file was written to, asked of SQLite in a few microseconds, on a connection that never writes: <a
 * href="https://sqlite.org/pragma.html#pragma_data_version">data_version</a>.
 */
final class DataVersion implements AutoCloseable {
    private final String url;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement question;
    // Another connection counts anew.
    private long opened;
    private boolean closed;

    DataVersion(String url) {
        this.url = url;
    }

    /** Another number than before when another connection has written since; empty when it cannot be told at once. */
    synchronized OptionalLong read() {
        if (closed) {
            return OptionalLong.empty();
        }
        try (ResultSet answer = question().executeQuery()) {
            return answer.next()
                    ? OptionalLong.of(opened << Integer.SIZE | answer.getInt(1) & 0xffff_ffffL)
                    : OptionalLong.empty();
        } catch (SQLException e) {
            disconnect();
            return OptionalLong.empty();
        }
    }

    private PreparedStatement question() throws SQLException {
        PreparedStatement known = question;
        if (known == null) {
            SQLiteConfig config = new SQLiteConfig();
            config.setBusyTimeout(0);
            connection = config.createConnection(url);
            opened++;
            known = connection.prepareStatement("PRAGMA data_version");
            question = known;
        }
        return known;
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        question = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            // It is not used again.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        disconnect();
    }
}
