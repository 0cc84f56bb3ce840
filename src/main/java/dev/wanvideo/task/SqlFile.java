package dev.wanvideo.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Statements that came with this program, each ended by a semicolon at the end of its line. */
final class SqlFile {
    private static final Pattern STATEMENT_END = Pattern.compile(";\\s*(\\n|$)");

    private SqlFile() {}

    /** @param name below the folder {@code sql}, without its ending, e.g. {@code sqlite/1} */
    static void run(Connection connection, String name) throws SQLException {
        for (String statement : STATEMENT_END.split(text("sql/" + name + ".sql"))) {
            Sql.run(connection, statement);
        }
    }

    private static String text(String name) {
        try (InputStream in = SqlFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
