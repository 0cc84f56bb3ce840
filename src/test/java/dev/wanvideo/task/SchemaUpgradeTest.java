package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Wish;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaUpgradeTest {
    private static final String ID = "wv_1jaq4v0k2m8d3x7c9hf5";

    @TempDir
    Path folder;

    @Test
    void aHomeOfTheFirstReleaseIsReadAndItsTaskMade() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        firstRelease(settings);
        try (TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), new PlainFilms())) {
            Task task = house.await(ID, Samples.PATIENCE, seen -> {}).orElseThrow();
            assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(task.request()).isEqualTo(Samples.request("Anna waves"));
            assertThat(task.advance().details()).isEmpty();
            assertThat(task.outcome().link()).isEmpty();
        }
    }

    @Test
    void aRowOfTheFirstReleaseWishesForNobodyElse() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        firstRelease(settings);
        try (Database database = SqliteDatabase.open(settings.home())) {
            int version = database.<Integer>read(SqliteSchema::of);
            assertThat(version).isEqualTo(SqliteSchema.VERSION);
            TaskTable table = new TaskTable(new StoredJson(), settings.clock());
            TaskRow row =
                    database.read(connection -> table.find(connection, ID)).orElseThrow();
            assertThat(row.remote().wish()).isEqualTo(new Wish("preview", Optional.empty()));
            assertThat(row.remote().failedIsFree()).isFalse();
            assertThat(row.remote().looks().vain()).isZero();
        }
    }

    @Test
    void aHomeIsUpgradedOnce() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        firstRelease(settings);
        for (int i = 0; i < 2; i++) {
            try (Database database = SqliteDatabase.open(settings.home())) {
                long rows = database.<Long>read(
                        connection -> Sql.number(connection, "SELECT COUNT(*) FROM video_task WHERE vain_looks = 0"));
                assertThat(rows).isEqualTo(1);
            }
        }
    }

    private static void firstRelease(TaskSettings settings) throws Exception {
        Files.createDirectories(settings.home());
        NativeLibrary.use(settings.home());
        try (Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + settings.home().resolve(SqliteDatabase.FILE))) {
            for (String statement : sql().split(";\\s*\\n")) {
                Sql.run(connection, statement);
            }
            Sql.run(connection, "PRAGMA user_version = 1");
            StoredJson json = new StoredJson();
            long now = settings.clock().millis();
            Sql.update(
                    connection,
                    "INSERT INTO video_task (id, tenant, provider, account_fp, candidates, request_json, request_sha,"
                            + " outgoing_json, warnings_json, state, attempt, progress, typical_seconds, quote_low,"
                            + " quote_high, charged, rev, created_at, updated_at, deadline_at) VALUES (?, 'local',"
                            + " 'preview', 'local', '[]', ?, 'sha', ?, '[]', 'queued', 0, 0, 10, '0', '0', 'no', 1, ?,"
                            + " ?, ?)",
                    ID,
                    json.request(Samples.request("Anna waves")),
                    json.outgoing(Samples.film("Anna waves").plan().request()),
                    now,
                    now,
                    now + 86_400_000);
        }
    }

    private static String sql() throws Exception {
        try (InputStream in = SqliteSchema.class.getResourceAsStream("sql/sqlite/1.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
