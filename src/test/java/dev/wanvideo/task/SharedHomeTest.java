package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Execution;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
final class SharedHomeTest {
    @Parameter
    Store store = Store.SQLITE;

    private Optional<String> server = Optional.empty();

    @BeforeEach
    void haveDatabase() {
        server = store.server();
    }

    @TempDir
    Path folder;

    @Test
    void twoProcessesFinishEachFilmOnce() throws Exception {
        PlainFilms films = new PlainFilms();
        try (TaskHouse one = open(films);
                TaskHouse two = open(films)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                TaskHouse house = i % 2 == 0 ? one : two;
                ids.add(Samples.created(house.create(Samples.film("film " + i))).id());
            }
            for (String id : ids) {
                assertThat(one.await(id, Samples.PATIENCE, task -> {})
                                .orElseThrow()
                                .status())
                        .isEqualTo(TaskStatus.SUCCEEDED);
            }
            assertThat(films.made()).isEqualTo(20);
            assertThat(new HashSet<>(ids)).hasSize(20);
        }
        assertThat(Ledger.of(settings()).values()).allMatch(List.of("made")::equals);
    }

    @Test
    void aProcessWithoutTheAccountWaitsForOneThatHasIt() throws Exception {
        SteeredFilms films = new SteeredFilms();
        Account foreign = new Account("preview", "other", Execution.LOCAL);
        try (TaskHouse maker = open(films);
                TaskHouse watcher = TaskHouse.open(settings(), List.of(foreign), new PlainFilms())) {
            String id = Samples.created(maker.create(Samples.film("shared"))).id();
            films.awaitBegun();
            Task seen =
                    watcher.await(id, Samples.PATIENCE, task -> films.finish()).orElseThrow();
            assertThat(seen.status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
    }

    @Test
    void theDailyBudgetHoldsOverAllProcesses() throws Exception {
        Optional<BigDecimal> budget = Optional.of(new BigDecimal("1.00"));
        TaskSettings settings = Samples.settings(folder, budget).on(server);
        SteeredFilms films = new SteeredFilms();
        films.finish();
        try (TaskHouse one = TaskHouse.open(settings, List.of(Samples.ACCOUNT), films);
                TaskHouse two = TaskHouse.open(settings, List.of(Samples.ACCOUNT), films)) {
            List<Task> ended = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                NewTask wanted = Samples.film("paid " + i, Optional.empty(), Quote.exactly(new BigDecimal("0.300001")));
                ids.add(Samples.created((i % 2 == 0 ? one : two).create(wanted)).id());
            }
            for (String id : ids) {
                ended.add(two.await(id, Samples.PATIENCE, task -> {}).orElseThrow());
            }
            assertThat(ended)
                    .filteredOn(task -> task.status() == TaskStatus.SUCCEEDED)
                    .hasSize(3);
            assertThat(ended)
                    .filteredOn(task -> task.status() == TaskStatus.FAILED)
                    .hasSize(9)
                    .allSatisfy(task -> {
                        TaskError error = task.outcome().error().orElseThrow();
                        assertThat(error.category()).isEqualTo(Category.OVER_BUDGET);
                        assertThat(error.message())
                                .contains("0.300001 USD", "0.900003 of the daily budget of 1.00", "Nothing was sent");
                    });
        }
    }

    @Test
    void aFreeFilmIsMadeWhateverIsTakenOfTheBudget() throws Exception {
        TaskSettings rich =
                Samples.settings(folder, Optional.of(new BigDecimal("1.00"))).on(server);
        try (TaskHouse house = TaskHouse.open(rich, List.of(Samples.ACCOUNT), new PlainFilms())) {
            NewTask paid = Samples.film("paid", Optional.empty(), Quote.exactly(new BigDecimal("0.90")));
            String id = Samples.created(house.create(paid)).id();
            assertThat(house.await(id, Samples.PATIENCE, seen -> {})).isPresent();
        }
        TaskSettings lowered =
                Samples.settings(folder, Optional.of(new BigDecimal("0.50"))).on(server);
        try (TaskHouse house = TaskHouse.open(lowered, List.of(Samples.ACCOUNT), new PlainFilms())) {
            String id = Samples.created(house.create(Samples.film("free"))).id();
            Task task = house.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();
            assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
    }

    @Test
    void anUnknownPriceIsNeverWithinABudget() throws Exception {
        TaskSettings settings =
                Samples.settings(folder, Optional.of(new BigDecimal("1000"))).on(server);
        try (TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), new PlainFilms())) {
            NewTask wanted = Samples.film("who knows", Optional.empty(), Quote.UNKNOWN);
            String id = Samples.created(house.create(wanted)).id();
            Task task = house.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();
            assertThat(task.outcome().error().orElseThrow().category()).isEqualTo(Category.OVER_BUDGET);
        }
        assertThat(Ledger.of(settings())).isEmpty();
    }

    @Test
    void aProcessThatStopsHandsItsFilmOnAtOnce() throws Exception {
        SteeredFilms films = new SteeredFilms();
        TaskHouse stopping = open(films);
        String id = Samples.created(stopping.create(Samples.film("hand over"))).id();
        films.awaitBegun();
        stopping.close();
        assertThat(filesIn("films")).isEmpty();
        assertThat(Ledger.of(settings())).containsEntry(id, List.of("interrupted"));
        try (TaskHouse next = open(new PlainFilms())) {
            Task task = next.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();
            assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
        assertThat(Ledger.of(settings())).containsEntry(id, List.of("interrupted", "made"));
    }

    @Test
    void anOwnerThatWasOvertakenNeitherPublishesNorDisturbs() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch thaw = new CountDownLatch(1);
        FilmMaker frozen = (task, request, target, progress) -> {
            Files.write(target, new byte[] {66});
            begun.countDown();
            thaw.await();
            return PlainFilms.FILM;
        };
        Pace oneAtATime = Samples.pace(Samples.STEADY.heartbeat(), 1, 1);
        TaskSettings busy =
                Samples.settings(folder, Optional.empty(), oneAtATime).on(server);
        try (TaskHouse late = TaskHouse.open(busy, List.of(Samples.ACCOUNT), frozen)) {
            String id = Samples.created(late.create(Samples.film("frozen"))).id();
            begun.await();
            try (Database database = Databases.open(settings())) {
                database.write(
                        Hold.NOTHING,
                        connection ->
                                Sql.update(connection, "UPDATE task_step SET picked = FALSE, version = version + 1"));
            }
            SteeredFilms films = new SteeredFilms();
            try (TaskHouse next = open(films)) {
                films.awaitBegun();
                thaw.countDown();
                late.close();
                assertThat(next.find(id).orElseThrow().status()).isEqualTo(TaskStatus.RUNNING);
                films.finish();
                Task task = next.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();
                Film film = task.outcome().film().orElseThrow();
                assertThat(film.path()).hasBinaryContent(new byte[] {42});
                assertThat(filesIn("films")).containsExactlyInAnyOrderElementsOf(Samples.filesOf(film));
            }
            assertThat(Ledger.of(settings())).containsEntry(id, List.of("interrupted", "made"));
        }
    }

    @Test
    void aTaskThatLostItsStepGetsItBack() throws Exception {
        String id;
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = open(films)) {
            id = Samples.created(house.create(Samples.film("stranded"))).id();
            films.awaitBegun();
        }
        try (Database database = Databases.open(settings())) {
            database.write(Hold.NOTHING, connection -> Sql.update(connection, "DELETE FROM task_step"));
        }
        try (TaskHouse house = open(new PlainFilms())) {
            assertThat(house.await(id, Samples.PATIENCE, task -> {})
                            .orElseThrow()
                            .status())
                    .isEqualTo(TaskStatus.SUCCEEDED);
        }
    }

    @Test
    void aClockThatWasSetBackDoesNotKeepADeadOwnerAlive() throws Exception {
        TaskSettings quick =
                Samples.settings(folder, Optional.empty(), Samples.QUICK).on(server);
        SteeredFilms films = new SteeredFilms();
        String id;
        try (TaskHouse house = TaskHouse.open(quick, List.of(Samples.ACCOUNT), films)) {
            id = Samples.created(house.create(Samples.film("yesterday"))).id();
            films.awaitBegun();
        }
        try (Database database = Databases.open(quick)) {
            database.write(
                    Hold.NOTHING,
                    connection -> Sql.update(
                            connection,
                            "UPDATE task_step SET picked = TRUE, picked_by = 'dead', last_heartbeat = ?",
                            quick.clock().instant().plusSeconds(3600)));
        }
        try (TaskHouse house = TaskHouse.open(quick, List.of(Samples.ACCOUNT), new PlainFilms())) {
            assertThat(house.await(id, Samples.PATIENCE, task -> {})
                            .orElseThrow()
                            .status())
                    .isEqualTo(TaskStatus.SUCCEEDED);
        }
    }

    @Test
    void aFilmThatNobodyMadeInADayIsGivenUp() throws Exception {
        TaskSettings now = settings();
        TaskSettings before = new TaskSettings(
                now.home(),
                now.outputDir(),
                server,
                Optional.empty(),
                Clock.offset(now.clock(), Duration.ofHours(-25)),
                now.pace());
        SteeredFilms films = new SteeredFilms();
        String id;
        try (TaskHouse house = TaskHouse.open(before, List.of(Samples.ACCOUNT), films)) {
            id = Samples.created(house.create(Samples.film("too late"))).id();
            films.awaitBegun();
        }
        PlainFilms never = new PlainFilms();
        try (TaskHouse house = open(never)) {
            Task task = house.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();
            assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
            assertThat(task.outcome().error().orElseThrow().category()).isEqualTo(Category.TIMEOUT);
            assertThat(never.made()).isZero();
        }
    }

    @Test
    void closingWakesWhoeverWaits() throws Exception {
        SteeredFilms films = new SteeredFilms();
        TaskHouse house = open(films);
        String id = Samples.created(house.create(Samples.film("waiting"))).id();
        films.awaitBegun();
        CompletableFuture<Object> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return house.await(id, Duration.ofMinutes(10), task -> {});
            } catch (StoreUnavailable | InterruptedException e) {
                return e;
            }
        });
        house.close();
        assertThat(waiting.get(60, TimeUnit.SECONDS)).isInstanceOf(StoreUnavailable.class);
    }

    private TaskSettings settings() {
        return Samples.settings(folder).on(server);
    }

    private TaskHouse open(FilmMaker films) {
        return TaskHouse.open(settings(), List.of(Samples.ACCOUNT), films);
    }

    private List<Path> filesIn(String name) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.toList();
        }
    }
}
