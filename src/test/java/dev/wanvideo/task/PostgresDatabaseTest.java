package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresDatabaseTest {
    @Test
    void manyMayOpenAFreshDatabaseAtOnce() throws Exception {
        String url = PostgresServer.database();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = Collections.nCopies(8, () -> {
                try (Database database = PostgresDatabase.open(url)) {
                    return database.<Integer>read(PostgresSchema::known);
                }
            });
            for (Future<Integer> version : threads.invokeAll(calls)) {
                assertThat(version.get()).isEqualTo(PostgresSchema.VERSION);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(numbers(url, "SELECT version FROM wan_video_schema ORDER BY version"))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void refusesADatabaseOfANewerVersionAndLeavesItAlone() throws Exception {
        String url = PostgresServer.database();
        PostgresDatabase.open(url).close();
        change(url, "INSERT INTO wan_video_schema VALUES (99)");
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> PostgresDatabase.open(url))
                .withMessageContaining("newer version")
                .withMessageContaining("WAN_VIDEO_DATABASE_URL");
        change(url, "DELETE FROM wan_video_schema WHERE version = 99");
        PostgresDatabase.open(url).close();
    }

    @Test
    void takesUpStepsInTheOrderOfTheirIndexAndByTheirPlacesThoughTheServerKnowsNothingOfThemYet() throws Exception {
        String url = PostgresServer.database();
        try (PostgresDatabase database = PostgresDatabase.open(url)) {
            change(url, "ALTER TABLE task_step SET (autovacuum_enabled = FALSE)");
            change(
                    url,
                    "INSERT INTO task_step (task_name, task_instance, execution_time, picked, version)"
                            + " SELECT 'drive.a.b', 'wv_' || i, 0, FALSE, 1 FROM generate_series(1, 5000) i");
            String claim = PostgresClaims.statement("task_step", "?", 16);
            List<String> plan = database.read(connection -> Sql.all(
                    connection, "EXPLAIN " + claim, row -> row.getString(1), "somebody", 1L, 1L, "drive.a.b", 0L, ""));
            assertThat(plan)
                    .anyMatch(line -> line.contains("Index Scan using task_step_due"))
                    .anyMatch(line -> line.contains("Tid Scan"))
                    .noneMatch(line -> line.contains("Sort"))
                    .noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    @Test
    void syncsWhatMayCostMoneyWhateverIsUsualOnTheServer() {
        String url = PostgresServer.database();
        PostgresServer.run(
                "ALTER DATABASE " + url.replaceAll(".*/(test_[0-9]+).*", "$1") + " SET synchronous_commit = off");
        try (Database database = PostgresDatabase.open(url)) {
            assertThat(database.<String>write(Hold.NOTHING, PostgresDatabaseTest::commits))
                    .isEqualTo("on");
            assertThat(database.<String>writeUnsynced(Hold.NOTHING, PostgresDatabaseTest::commits))
                    .isEqualTo("off");
        }
    }

    private static String commits(Connection connection) throws SQLException {
        return Sql.word(connection, "SHOW synchronous_commit");
    }

    @Test
    void seesBeforeEachStatementWhatOthersCommittedWhateverIsUsualOnTheServer() {
        String url = PostgresServer.database();
        PostgresServer.run("ALTER DATABASE " + url.replaceAll(".*/(test_[0-9]+).*", "$1")
                + " SET default_transaction_isolation = 'serializable'");
        try (Database database = PostgresDatabase.open(url)) {
            assertThat(database.<String>write(
                            Hold.NOTHING, connection -> Sql.word(connection, "SHOW transaction_isolation")))
                    .isEqualTo("read committed");
        }
    }

    @Test
    void undoesATransactionThatFailsAndGoesOn() {
        try (Database database = PostgresDatabase.open(PostgresServer.database())) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> database.write(Hold.NOTHING, connection -> {
                        addUpload(connection, "lost");
                        throw new SQLException("no", "XX000");
                    }));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> database.write(Hold.NOTHING, connection -> {
                        addUpload(connection, "lost too");
                        throw new IllegalStateException("no");
                    }));
            database.write(Hold.NOTHING, connection -> addUpload(connection, "kept"));
            assertThat(database.<List<String>>read(connection ->
                            Sql.all(connection, "SELECT account_fp FROM upload", row -> row.getString(1))))
                    .containsExactly("kept");
        }
    }

    @Test
    void keepsALetterThatTheServerDoesNotHold() {
        try (Database database = PostgresDatabase.open(PostgresServer.database())) {
            database.write(Hold.NOTHING, connection -> addUpload(connection, "a\0b"));
            assertThat(database.<List<String>>read(connection ->
                            Sql.all(connection, "SELECT account_fp FROM upload", row -> row.getString(1))))
                    .containsExactly("a\uFFFDb");
        }
    }

    @Test
    void goesOnWithNewConnectionsWhenTheServerCutThem() throws Exception {
        String url = PostgresServer.database();
        try (Database database = PostgresDatabase.open(url);
                Changes.Waiting waiting = database.changes().open(List.of("wv_1"))) {
            Eventually.is(() -> waiting.count() > 0);
            long seen = waiting.count();
            change(
                    url,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND pid <> pg_backend_pid()");
            // Whoever listens anew looks at everything that is awaited.
            Eventually.is(() -> waiting.count() > seen);
            Eventually.is(() -> wrote(database));
        }
    }

    private static boolean wrote(Database database) {
        try {
            return database.write(Hold.NOTHING, connection -> addUpload(connection, "after")) == 1;
        } catch (StoreAway e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:1/x?user=who, cannot be reached",
        "localhost:PORT/nowhere?user=postgres, no database of that name",
        "localhost:PORT/postgres?user=who&password=secret, does not let this user in"
    })
    void saysWhatIsWrongWithAnAddressAndShowsNothingOfIt(String place, String advice) {
        String url = "jdbc:postgresql://" + place.replace("PORT", String.valueOf(PostgresServer.port()));
        StoreUnavailable refused = catchThrowableOfType(StoreUnavailable.class, () -> PostgresDatabase.open(url));
        assertThat(refused.getMessage()).contains(advice).doesNotContain("localhost", "who", "secret", "nowhere", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://localhost/x", "jdbc:postgresql://localhost:many/x", "jdbc:sqlite:x", "x"})
    void refusesWhatIsNoAddress(String url) {
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> PostgresDatabase.open(url))
                .withMessageContaining("WAN_VIDEO_DATABASE_URL is no address such as jdbc:postgresql://");
    }

    @Test
    void refusesADatabaseThatCannotHoldEveryLetter() {
        String url = PostgresServer.database("ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> PostgresDatabase.open(url))
                .withMessageContaining("encoding UTF8");
    }

    @Test
    void leavesADatabaseOfAnotherProgramAlone() throws Exception {
        String url = PostgresServer.database();
        change(url, "CREATE TABLE upload (file TEXT)");
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> PostgresDatabase.open(url))
                .withMessageContaining("a database of its own");
        assertThat(numbers(url, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly(1L);
    }

    private static int addUpload(Connection connection, String account) throws SQLException {
        return Sql.update(connection, "INSERT INTO upload VALUES (?, 'sha', 'url', 1) ON CONFLICT DO NOTHING", account);
    }

    private static void change(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Sql.run(connection, sql);
        }
    }

    private static List<Long> numbers(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Sql.all(connection, sql, row -> row.getLong(1));
        }
    }
}
