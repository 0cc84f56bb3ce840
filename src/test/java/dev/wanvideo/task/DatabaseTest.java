package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    @TempDir
    Path home;

    @Test
    void usesWalAndLeavesNoProbeBehind() throws Exception {
        try (Database database = open()) {
            assertThat(database.<String>read(connection -> Sql.word(connection, "PRAGMA journal_mode")))
                    .isEqualTo("wal");
        }
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("native")))
                    .containsExactly(SqliteDatabase.FILE);
        }
    }

    @Test
    void syncsWhatMayCostMoneyAndNeverMapsTheFile() throws Exception {
        try (Database database = open()) {
            assertThat(database.<String>write(Hold.NOTHING, connection -> Sql.word(connection, "PRAGMA synchronous")))
                    .isEqualTo("2");
            assertThat(database.<String>writeUnsynced(
                            Hold.NOTHING, connection -> Sql.word(connection, "PRAGMA synchronous")))
                    .isEqualTo("1");
            assertThat(database.<String>read(connection -> Sql.word(connection, "PRAGMA mmap_size")))
                    .isIn("0", "");
        }
    }

    @Test
    void refusesAnSqliteThatCanDamageASharedFile() {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> SqliteDatabase.requireSafe("3.51.2"));
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> SqliteDatabase.requireSafe("3.9.10"));
        assertThatNoException().isThrownBy(() -> SqliteDatabase.requireSafe("3.51.3"));
        assertThatNoException().isThrownBy(() -> SqliteDatabase.requireSafe("3.100.0"));
    }

    @Test
    void undoesATransactionThatFailsAndGoesOn() throws Exception {
        try (Database database = open()) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> database.write(Hold.NOTHING, connection -> {
                        addUpload(connection, "lost");
                        throw new SQLException("no");
                    }));
            database.write(Hold.NOTHING, connection -> addUpload(connection, "kept"));
            assertThat(database.<List<String>>read(connection ->
                            Sql.all(connection, "SELECT account_fp FROM upload", row -> row.getString(1))))
                    .containsExactly("kept");
        }
    }

    @Test
    void letsTheSchedulerJoinTheTransactionOfItsThread() throws Exception {
        try (Database database = open()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> database.write(Hold.NOTHING, connection -> {
                        try (Connection joined = database.forScheduler().getConnection()) {
                            addUpload(joined, "joined");
                        }
                        throw new IllegalStateException("undo both");
                    }));
            long rows = database.<Long>read(connection -> Sql.number(connection, "SELECT COUNT(*) FROM upload"));
            assertThat(rows).isZero();
        }
    }

    @Test
    void manyMayOpenAFreshHomeAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = Collections.nCopies(8, () -> {
                try (Database database = open()) {
                    return database.<Integer>read(SqliteSchema::of);
                }
            });
            for (Future<Integer> version : threads.invokeAll(calls)) {
                assertThat(version.get()).isEqualTo(SqliteSchema.VERSION);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesADatabaseOfANewerVersionAndLeavesItAlone() throws Exception {
        open().close();
        change("PRAGMA user_version = 99");
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(this::open)
                .withMessageContaining("newer version")
                .withMessageContaining("WAN_VIDEO_HOME")
                .matches(e -> e.getMessage() != null && e.getMessage().lines().count() == 1);
        change("PRAGMA user_version = " + SqliteSchema.VERSION);
        open().close();
    }

    @Test
    void keepsAFileThatIsNoDatabaseAndSaysWhatToDo() throws Exception {
        Path file = home.resolve(SqliteDatabase.FILE);
        byte[] foreign = "This is a shopping list. ".repeat(100).getBytes(StandardCharsets.UTF_8);
        Files.write(file, foreign);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(this::open)
                .withMessageContaining("left as it is")
                .withMessageNotContaining(home.toString());
        assertThat(file).hasBinaryContent(foreign);
    }

    @Test
    void keepsADamagedDatabaseAndSaysWhatToDo() throws Exception {
        open().close();
        Path file = home.resolve(SqliteDatabase.FILE);
        byte[] damaged = Files.readAllBytes(file);
        java.util.Arrays.fill(damaged, 100, 4096, (byte) 0x5a);
        Files.write(file, damaged);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> {
                    try (Database database = open()) {
                        database.<Long>read(connection -> Sql.number(connection, "SELECT COUNT(*) FROM video_task"));
                    }
                })
                .withMessageContaining("damaged");
        assertThat(file).hasBinaryContent(damaged);
    }

    private Database open() {
        return SqliteDatabase.open(home);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(SqliteDatabase.FILE))) {
            Sql.run(connection, sql);
        }
    }

    private static int addUpload(Connection connection, String account) throws SQLException {
        return Sql.update(connection, "INSERT INTO upload VALUES (?, 'sha', 'url', 1)", account);
    }
}
