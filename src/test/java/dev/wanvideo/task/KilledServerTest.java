package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledServerTest {
    @TempDir
    Path folder;

    @Test
    void anotherProcessFinishesTheFilmOfAKilledOne() throws Exception {
        TaskSettings settings = Samples.settings(folder, Optional.empty(), Samples.QUICK);
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            String id = said.readLine();
            assertThat(filesIn("films")).hasSize(1);
            killed.destroyForcibly().waitFor();
            try (TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), new PlainFilms())) {
                Task task = house.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();
                Film film = task.outcome().film().orElseThrow();
                assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
                assertThat(filesIn("films")).containsExactlyInAnyOrderElementsOf(Samples.filesOf(film));
            }
            assertThat(Ledger.of(folder)).containsEntry(id, List.of("interrupted", "made"));
        } finally {
            killed.destroyForcibly();
        }
        try (Database database = SqliteDatabase.open(settings.home())) {
            assertThat(database.<String>read(connection -> Sql.word(connection, "PRAGMA integrity_check")))
                    .isEqualTo("ok");
        }
    }

    private List<Path> filesIn(String name) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.toList();
        }
    }
}
