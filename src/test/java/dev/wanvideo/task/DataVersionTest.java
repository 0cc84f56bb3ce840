package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataVersionTest {
    @TempDir
    Path folder;

    @Test
    void changesWithEveryWriteAndWithNothingElse() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        SqliteDatabase database = SqliteDatabase.open(home);
        try (SqliteDatabase neighbour = SqliteDatabase.open(home)) {
            OptionalLong first = database.version();
            assertThat(first).isPresent();
            read(database);
            read(neighbour);
            assertThat(database.version()).isEqualTo(first);
            write(database, 1);
            OptionalLong second = database.version();
            assertThat(second).isPresent().isNotEqualTo(first);
            assertThat(database.version()).isEqualTo(second);
            write(neighbour, 2);
            assertThat(database.version()).isPresent().isNotEqualTo(second);
        } finally {
            database.close();
        }
        assertThat(database.version()).isEmpty();
    }

    /** Whoever asks may be the thread that reads the client, which must not wait for a writer. */
    @Test
    void isEmptyWhereThereIsNoFileToAsk() {
        try (DataVersion version = new DataVersion("jdbc:sqlite:" + folder.resolve("no/such/folder.db"))) {
            assertThat(version.read()).isEmpty();
            assertThat(version.read()).isEmpty();
        }
    }

    private static void read(Database database) {
        database.read(connection -> Sql.number(connection, "SELECT COUNT(*) FROM video_task"));
    }

    private static void write(Database database, int number) {
        database.writeUnsynced(
                Hold.NOTHING,
                connection -> Sql.update(
                        connection,
                        "INSERT INTO task_step (task_name, task_instance, execution_time, picked, version)"
                                + " VALUES ('x', ?, 0, ?, 1)",
                        "task" + number,
                        false));
    }
}
