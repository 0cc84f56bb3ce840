package dev.wanvideo.task;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Open connections to one database file that all sync to disk in the same way; grows with the threads that use it. */
final class SqlitePool implements AutoCloseable {
    private static final int IDLE_AT_MOST = 4;

    private final String url;
    private final SQLiteConfig config;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    SqlitePool(String url, SynchronousMode synchronous, int busyMillis) {
        this.url = url;
        this.config = new SQLiteConfig();
        config.setSynchronous(synchronous);
        config.setBusyTimeout(busyMillis);
    }

    Connection take() throws SQLException {
        synchronized (this) {
            if (closed) {
                throw new StoreUnavailable("The server is stopping.");
            }
            Connection ready = idle.poll();
            if (ready != null) {
                return ready;
            }
        }
        return config.createConnection(url);
    }

    /** Takes a connection back; one that was left inside a transaction is not used again. */
    void giveBack(Connection connection) throws SQLException {
        synchronized (this) {
            if (!closed && idle.size() < IDLE_AT_MOST) {
                idle.push(connection);
                return;
            }
        }
        connection.close();
    }

    /** A connection whose {@code close()} gives it back. */
    Connection lend() throws SQLException {
        Connection taken = take();
        return closingBy(taken, () -> giveBack(taken));
    }

    /** The same connection with another {@code close()}. */
    static Connection closingBy(Connection connection, Closing closing) {
        return (Connection) Proxy.newProxyInstance(
                SqlitePool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closing.close();
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        Deque<Connection> toClose;
        synchronized (this) {
            closed = true;
            toClose = new ArrayDeque<>(idle);
            idle.clear();
        }
        for (Connection connection : toClose) {
            connection.close();
        }
    }

    /** What closing means. */
    interface Closing {
        void close() throws SQLException;
    }
}
