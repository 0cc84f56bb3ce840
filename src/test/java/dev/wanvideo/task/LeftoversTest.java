package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoversTest {
    @TempDir
    Path folder;

    @Test
    void removesScratchOfDeadProcessesAndLeavesWhatIsNew() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        Path version = settings.home().resolve("native").resolve("1-Linux");
        List<Path> dead = List.of(
                old(settings.home().resolve("probe1.db")),
                old(settings.home().resolve("probe1.db-wal")),
                old(version.resolve("unpacking2.part")),
                old(settings.home().resolve("letters").resolve("unpacking4.part")));
        Path alive = Files.write(settings.home().resolve("probe3.db"), new byte[1]);
        Path library = old(version.resolve("libsqlitejdbc.so"));
        Path own = old(settings.home().resolve("notes.txt"));
        clear(settings);
        assertThat(dead).allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(List.of(alive, library, own))
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void removesTheFilmsThatNoAttemptWillFinishAndNoOthers() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), films)) {
            house.create(Samples.film("still in the making"));
            films.awaitBegun();
            Path part = only(settings.outputDir());
            Path earlier = old(part.resolveSibling(name(part, 0)));
            Path sheet = old(part.resolveSibling(name(part, 0).replace(".mp4.", ".jpg.")));
            Path poster = old(part.resolveSibling(name(part, 0).replace(".mp4.", ".poster.jpg.")));
            Path sidecar = old(part.resolveSibling(name(part, 0).replace(".mp4.", ".json.")));
            Path note = old(part.resolveSibling(name(part, 0) + ".note"));
            Path stranger = old(settings.outputDir().resolve("somebody else's.mp4.1.part"));
            old(part);
            clear(settings);
            assertThat(earlier).doesNotExist();
            assertThat(List.of(sheet, poster, sidecar, note))
                    .allSatisfy(file -> assertThat(file).doesNotExist());
            assertThat(part).exists();
            assertThat(stranger).exists();
        }
    }

    private static String name(Path part, int attempt) {
        return part.getFileName().toString().replace(".1.part", "." + attempt + ".part");
    }

    private static Path only(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".part"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void clear(TaskSettings settings) throws Exception {
        try (Database database = SqliteDatabase.open(settings.home())) {
            new Leftovers(database, new TaskTable(new StoredJson(), settings.clock()), settings).remove();
        }
    }

    private static Path old(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.write(file, new byte[1]);
        }
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }
}
