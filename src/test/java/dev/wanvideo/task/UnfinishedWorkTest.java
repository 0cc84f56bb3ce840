package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that has not opened the store learns from the signs of those that have. */
final class UnfinishedWorkTest {
    @TempDir
    Path folder;

    @Test
    void aHomeThatWasNeverUsedNeedsNobody() throws IOException {
        UnfinishedWork work = new UnfinishedWork(home());
        assertThat(work.getAsBoolean()).isFalse();
        Files.createDirectories(home());
        assertThat(work.getAsBoolean()).isFalse();
    }

    @Test
    void aStoreWithoutSignsMayHoldAnything() throws IOException {
        Files.createDirectories(home());
        Files.createFile(home().resolve("wan-video.db"));
        assertThat(new UnfinishedWork(home()).getAsBoolean()).isTrue();
    }

    @Test
    void aSignThatNobodyTouchesAnyMoreIsOfAProcessThatIsGone() throws IOException {
        sign("fresh", Instant.now());
        UnfinishedWork work = new UnfinishedWork(home());
        assertThat(work.getAsBoolean()).isFalse();
        assertThat(work.getAsBoolean()).isFalse();
        assertThat(work.getAsBoolean()).isTrue();
    }

    @Test
    void aSignThatIsTouchedIsOfAProcessThatLives() throws IOException {
        UnfinishedWork work = new UnfinishedWork(home());
        Instant now = Instant.now();
        for (int second = 0; second < 5; second++) {
            sign("alive", now.plusSeconds(second));
            assertThat(work.getAsBoolean()).isFalse();
        }
    }

    /** In whichever direction: only that it moves tells something. */
    @Test
    void aClockThatWasSetMakesNoProcessDead() throws IOException {
        UnfinishedWork work = new UnfinishedWork(home());
        sign("alive", Instant.now());
        assertThat(work.getAsBoolean()).isFalse();
        sign("alive", Instant.now().minus(Duration.ofDays(1)));
        assertThat(work.getAsBoolean()).isFalse();
        sign("alive", Instant.now().plus(Duration.ofDays(1)));
        assertThat(work.getAsBoolean()).isFalse();
    }

    @Test
    void anOldSignIsKnownAtTheFirstLook() throws IOException {
        sign("alive", Instant.now());
        sign("old", Instant.now().minusSeconds(60));
        assertThat(new UnfinishedWork(home()).getAsBoolean()).isTrue();
    }

    @Test
    void aProcessShowsTheSignWhileItsTasksAreUnfinishedAndLeavesItBehindWithThem() throws Exception {
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = open(films)) {
            Eventually.is(() -> Files.isDirectory(signs()));
            assertThat(shown()).isEmpty();
            Samples.created(house.create(Samples.film("one")));
            assertThat(shown()).hasSize(1);
            films.awaitBegun();
        }
        assertThat(shown()).as("closed with an unfinished task").hasSize(1);
        Path left = shown().get(0);
        touch(left, Instant.now().minusSeconds(3600));
        try (TaskHouse house = open(films)) {
            films.awaitBegun();
            Eventually.is(() -> shown().size() == 1 && !shown().contains(left));
            films.finish();
            Eventually.is(() -> shown().isEmpty());
            assertThat(house.list(Optional.of(TaskStatus.SUCCEEDED), 1)).hasSize(1);
        }
        assertThat(shown()).isEmpty();
        assertThat(new UnfinishedWork(home()).getAsBoolean()).isFalse();
    }

    private TaskHouse open(FilmMaker films) {
        TaskSettings settings = Samples.settings(folder, Optional.empty(), Samples.QUICK);
        return TaskHouse.open(settings, List.of(Samples.ACCOUNT), films);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path signs() {
        return home().resolve("unfinished");
    }

    private List<Path> shown() throws IOException {
        try (Stream<Path> files = Files.list(signs())) {
            return files.toList();
        }
    }

    private void sign(String name, Instant touched) throws IOException {
        Files.createDirectories(signs());
        Path sign = signs().resolve(name);
        if (!Files.exists(sign)) {
            Files.createFile(sign);
        }
        touch(sign, touched);
    }

    private static void touch(Path sign, Instant touched) throws IOException {
        Files.setLastModifiedTime(sign, FileTime.from(touched));
    }
}
