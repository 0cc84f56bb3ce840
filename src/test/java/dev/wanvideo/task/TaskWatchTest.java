package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TaskWatchTest {
    private final SteeredFilms films = new SteeredFilms();

    @TempDir
    private Path folder;

    @AfterEach
    void letGo() {
        films.finish();
    }

    @Test
    void tellsOfChangesUntilTheEndEvenFromAProcessThatOnlyLooks() throws Exception {
        try (TaskHouse maker = open(List.of(Samples.ACCOUNT));
                TaskHouse other = open(List.of())) {
            String id = Samples.created(maker.create(Samples.film("one"))).id();
            films.awaitBegun();
            try (TaskWatch here = maker.watch(List.of(id));
                    TaskWatch there = other.watch(List.of(id))) {
                films.finish();
                assertThat(last(here).status()).isEqualTo(TaskStatus.SUCCEEDED);
                assertThat(last(there).status()).isEqualTo(TaskStatus.SUCCEEDED);
            }
        }
    }

    @Test
    void hidesNoTaskBehindABusyOne() throws Exception {
        try (TaskHouse house = open(List.of(Samples.ACCOUNT))) {
            String busy = Samples.created(house.create(Samples.film("busy"))).id();
            films.awaitBegun();
            String other = Samples.created(house.create(Samples.film("other"))).id();
            try (TaskWatch watch = house.watch(List.of(busy, other))) {
                house.cancel(other);
                Task told = watch.next();
                while (!told.id().equals(other) || !told.status().terminal()) {
                    told = watch.next();
                }
                assertThat(house.find(busy).map(task -> task.status().terminal()))
                        .isEqualTo(Optional.of(false));
            }
        }
    }

    @Test
    void watchesThoseThatThereAreAndNothingThatIsOver() throws Exception {
        try (TaskHouse house = open(List.of(Samples.ACCOUNT))) {
            String id = Samples.created(house.create(Samples.film("one"))).id();
            films.finish();
            house.await(id, Samples.PATIENCE, task -> {});
            try (TaskWatch watch = house.watch(List.of("nobody", id))) {
                assertThat(watch.ids()).containsExactly(id);
                Thread.currentThread().interrupt();
                assertThat(interrupted(watch)).isTrue();
            }
        }
    }

    private TaskHouse open(List<Account> accounts) {
        return TaskHouse.open(Samples.settings(folder), accounts, films);
    }

    private static boolean interrupted(TaskWatch watch) {
        try {
            watch.next();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Task last(TaskWatch watch) throws InterruptedException {
        Task task = watch.next();
        while (!task.status().terminal()) {
            task = watch.next();
        }
        return task;
    }
}
