package dev.wanvideo.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** How SQLite keeps a transaction whole. */
enum Journal {
    /** Readers and a writer at once; needs shared memory between processes, which some file systems lack. */
    WAL,
    /** Works wherever files can be locked. */
    TRUNCATE;

    /** Tries WAL with two connections on a scratch database in the folder, and removes it again. */
    static Journal fitting(Path folder) throws IOException {
        Path scratch = Files.createTempFile(folder, "probe", ".db");
        try {
            return fitting("jdbc:sqlite:" + scratch);
        } finally {
            for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
                Files.deleteIfExists(scratch.resolveSibling(scratch.getFileName() + suffix));
            }
        }
    }

    static Journal fitting(String scratchUrl) {
        return walWorks(scratchUrl) ? WAL : TRUNCATE;
    }

    private static boolean walWorks(String url) {
        try (Connection writer = DriverManager.getConnection(url);
                Connection reader = DriverManager.getConnection(url)) {
            Sql.run(writer, "PRAGMA synchronous = OFF");
            if (!"wal".equals(Sql.word(writer, "PRAGMA journal_mode = WAL"))) {
                return false;
            }
            Sql.run(writer, "CREATE TABLE probe (n INTEGER)");
            Sql.run(writer, "INSERT INTO probe VALUES (1)");
            return Sql.first(reader, "SELECT n FROM probe", row -> row.getInt(1))
                    .equals(Optional.of(1));
        } catch (SQLException e) {
            return false;
        }
    }
}
