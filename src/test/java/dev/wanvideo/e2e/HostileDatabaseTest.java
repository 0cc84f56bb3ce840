package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Databases that this release cannot use are kept as they are; those that a newer release shares are lived with. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class HostileDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void aDatabaseOfANewerReleaseIsRefusedAndLeftAlone() {
        Premises premises = premisesWithAFilm();
        HomeDatabase database = new HomeDatabase(premises.home());
        String version = database.fromTheFuture();
        Hostile.assertDoctorSays(premises, Product.command(), "written by a newer version");
        try (RawPipe server = RawPipe.open(premises)) {
            assertFilmAndListRefused(server, "update wan-video-mcp");
            database.run("PRAGMA user_version = " + version);
            assertThat(server.call("list_tasks", Map.of()).facts().path("tasks").size())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsNoDatabaseIsKeptUntilSomebodyMovesItAway() throws IOException {
        Premises premises = Premises.in(folder);
        byte[] foreign = "This is a shopping list. ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(Files.createDirectories(premises.home()).resolve("wan-video.db"), foreign);
        Hostile.assertDoctorSays(premises, Product.command(), "left as it is: move wan-video.db");
        try (RawPipe server = RawPipe.open(premises)) {
            assertFilmAndListRefused(server, "move wan-video.db");
            assertThat(file).hasBinaryContent(foreign);
            Files.move(file, folder.resolve("kept.db"));
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
        }
        assertThat(folder.resolve("kept.db")).hasBinaryContent(foreign);
    }

    @Test
    void aDamagedDatabaseIsKeptUntilSomebodyMovesItAway() throws IOException {
        Premises premises = premisesWithAFilm();
        Path file = new HomeDatabase(premises.home()).settled();
        byte[] damaged = Files.readAllBytes(file);
        java.util.Arrays.fill(damaged, 100, damaged.length, (byte) 'Z');
        Files.write(file, damaged);
        Hostile.assertDoctorSays(premises, Product.command(), "The task database is damaged");
        try (RawPipe server = RawPipe.open(premises)) {
            assertFilmAndListRefused(server, "move wan-video.db");
            assertThat(file).hasBinaryContent(damaged);
            Files.move(file, folder.resolve("kept.db"));
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
        }
    }

    @Test
    void aDatabaseMovedAwayFromUnderAServerIsReplacedAtTheNextCall() throws IOException {
        Premises premises = Premises.in(folder);
        try (RawPipe server = RawPipe.open(premises)) {
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
            Path aside = Files.createDirectories(folder.resolve("aside"));
            for (String name : List.of("wan-video.db", "wan-video.db-wal", "wan-video.db-shm")) {
                if (Files.exists(premises.home().resolve(name))) {
                    Files.move(premises.home().resolve(name), aside.resolve(name));
                }
            }
            assertThat(server.call("list_tasks", Map.of()).facts().path("tasks").size())
                    .isZero();
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
        }
        assertThat(new HomeDatabase(premises.home()).tasks()).isEqualTo(1);
        assertThat(new HomeDatabase(folder.resolve("aside")).tasks()).isEqualTo(1);
    }

    @Test
    void anEmptyFileBecomesADatabase() throws IOException {
        Premises premises = Premises.in(folder);
        Files.createFile(Files.createDirectories(premises.home()).resolve("wan-video.db"));
        try (RawPipe server = RawPipe.open(premises)) {
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
        }
        Hostile.assertDoctorIsContent(premises, Product.command());
    }

    @Test
    void rowsThatANewerReleaseAddedToAreReadAndThoseItAloneUnderstandsAreLeftToIt() {
        Premises premises = premisesWithAFilm();
        HomeDatabase database = new HomeDatabase(premises.home());
        database.run("ALTER TABLE video_task ADD COLUMN mood TEXT DEFAULT 'cheerful'");
        database.run("UPDATE video_task SET request_json = json_set(request_json, '$.mood', 'cheerful')");
        try (RawPipe server = RawPipe.open(premises)) {
            String strange = Hostile.assertMakesAFilm(server, TwoCharacters.with("seed", 8))
                    .taskId();
            assertThat(server.call("list_tasks", Map.of()).facts().path("tasks").size())
                    .isEqualTo(2);
            database.run("UPDATE video_task SET state = 'dreaming' WHERE id = '" + strange + "'");
            Hostile.assertRefused(
                    server, "get_task", Map.of("task_id", strange), "written by a newer version of wan-video-mcp");
            assertThat(server.call("list_tasks", Map.of()).facts().path("tasks").size())
                    .isEqualTo(1);
            Hostile.assertMakesAFilm(server, TwoCharacters.with("seed", 9));
        }
        Hostile.assertDoctorIsContent(premises, Product.command());
    }

    private Premises premisesWithAFilm() {
        Premises premises = Premises.in(folder);
        try (RawPipe server = RawPipe.open(premises)) {
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
        }
        return premises;
    }

    private static void assertFilmAndListRefused(RawPipe server, String words) {
        Hostile.assertRefused(server, "create_reference_video", TwoCharacters.with("seed", 3), words);
        Hostile.assertRefused(server, "list_tasks", Map.of(), words);
    }
}
