package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeReportTest {
    @TempDir
    Path folder;

    @Test
    void tellsVersionsJournalAndTasksByState() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        try (TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), new PlainFilms())) {
            String id = Samples.created(house.create(Samples.film("one"))).id();
            house.await(id, Samples.PATIENCE, task -> {});
            HomeReport report = HomeReport.of(settings);
            assertThat(report.usable()).isTrue();
            assertThat(String.join("\n", report.lines()))
                    .contains(
                            "schema " + SqliteSchema.VERSION,
                            "SQLite 3.",
                            "journal wal",
                            "database check: ok",
                            "tasks: 1 succeeded");
        }
    }

    @Test
    void saysWhatToDoAboutAHomeThatCannotBeMade() throws Exception {
        Path file = Files.write(folder.resolve("a-file"), new byte[] {1});
        TaskSettings settings = new TaskSettings(
                file.resolve("home"), folder.resolve("films"), Optional.empty(), Clock.systemUTC(), Samples.STEADY);
        HomeReport report = HomeReport.of(settings);
        assertThat(report.usable()).isFalse();
        assertThat(report.problem())
                .hasValue("The data folder cannot be written: make it writable or set WAN_VIDEO_HOME to another"
                        + " folder.");
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> TaskHouse.open(settings, List.of(Samples.ACCOUNT), new PlainFilms()))
                .withMessageContaining("WAN_VIDEO_HOME")
                .withMessageNotContaining(folder.toString());
    }

    @Test
    void saysWhatToDoAboutAnOutputFolderThatCannotBeMade() throws Exception {
        Path file = Files.write(folder.resolve("a-file"), new byte[] {1});
        TaskSettings settings = new TaskSettings(
                folder.resolve("home"), file.resolve("films"), Optional.empty(), Clock.systemUTC(), Samples.STEADY);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> TaskHouse.open(settings, List.of(Samples.ACCOUNT), new PlainFilms()))
                .withMessageContaining("WAN_VIDEO_OUTPUT_DIR");
        assertThat(HomeReport.of(settings).usable()).isFalse();
    }

    @Test
    void saysThatADatabaseIsDamaged() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        assertThat(HomeReport.of(settings).usable()).isTrue();
        Path file = settings.home().resolve(SqliteDatabase.FILE);
        byte[] damaged = Files.readAllBytes(file);
        java.util.Arrays.fill(damaged, damaged.length - 4096, damaged.length, (byte) 0x5a);
        Files.write(file, damaged);
        HomeReport report = HomeReport.of(settings);
        assertThat(report.usable()).isFalse();
        assertThat(report.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("damaged"));
        assertThat(file).hasBinaryContent(damaged);
    }
}
