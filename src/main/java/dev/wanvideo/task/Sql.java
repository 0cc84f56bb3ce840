package dev.wanvideo.task;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements with values: instants as epoch milliseconds, money as decimal text, statuses as their words, an empty
 * Optional as NULL.
 */
final class Sql {
    private Sql() {}

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many rows were changed. */
    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static <T> List<T> all(Connection connection, String sql, Row<T> reader, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    static <T> Optional<T> first(Connection connection, String sql, Row<T> reader, Object... values)
            throws SQLException {
        return all(connection, sql, reader, values).stream().findFirst();
    }

    /** The first column of the first row, as text in lower case. */
    static String word(Connection connection, String sql) throws SQLException {
        return first(connection, sql, row -> String.valueOf(row.getString(1)).toLowerCase(java.util.Locale.ROOT))
                .orElse("");
    }

    static long number(Connection connection, String sql, Object... values) throws SQLException {
        return first(connection, sql, row -> row.getLong(1), values).orElse(0L);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<BigDecimal> money(ResultSet row, String column) throws SQLException {
        return text(row, column).map(BigDecimal::new);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        return maybeNumber(row, column).map(Instant::ofEpochMilli);
    }

    static Optional<Long> maybeNumber(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, stored(values[i]));
        }
        return statement;
    }

    private static @Nullable Object stored(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.isPresent() ? stored(maybe.get()) : null;
        }
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        if (value instanceof BigDecimal money) {
            return money.toPlainString();
        }
        if (value instanceof TaskStatus status) {
            return status.word();
        }
        if (value instanceof String text) {
            // PostgreSQL holds every letter but this one, which no text of a person has.
            return text.replace('\0', '\uFFFD');
        }
        return value instanceof Path path ? PathText.text(path) : value;
    }
}
