package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole houses with their scheduler, several on one file. */
final class RemoteHouseTest {
    private static final Duration LOOKS_OFTEN = Duration.ofMillis(20);

    @TempDir
    Path folder;

    private final ScriptedGateway gateway = new ScriptedGateway();
    private final ScriptedFilms films = new ScriptedFilms();

    @Test
    void twoHousesMakeEachFilmWithOneSubmission() throws Exception {
        gateway.usually = RemoteBench.finished();
        try (TaskHouse one = open();
                TaskHouse two = open()) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ids.add(create(i % 2 == 0 ? one : two, "film " + i, Wish.ANY));
            }
            for (String id : ids) {
                Task task = ended(ids.indexOf(id) % 2 == 0 ? two : one, id);
                assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
                assertThat(task.outcome().film().orElseThrow().path()).hasContent(ScriptedFilms.WHOLE);
            }
            assertThat(two.usualDuration("alpha", Resolution.P720)
                            .or(() -> two.usualDuration("alpha", Resolution.P1080)))
                    .isPresent();
        }
        assertThat(gateway.submitted).hasSize(20);
        assertThat(Ledger.of(folder).values()).hasSize(20).allMatch(List.of("made")::equals);
    }

    @Test
    void aProcessThatDiedBetweenIntentAndSubmissionLeavesNothingThatIsSentAgain() throws Exception {
        String id;
        try (RemoteBench dead = new RemoteBench(folder)) {
            id = dead.createAtAlpha("Anna waves");
            Path place = FilmFiles.place(dead.row(id), dead.settings);
            dead.intent.declare(id, Beginning.at(place, Optional.empty()));
        }
        try (TaskHouse house = open()) {
            Eventually.is(() -> status(house, id) == TaskStatus.SUBMISSION_UNKNOWN);
            assertThat(gateway.submitted).isEmpty();
            gateway.usually = RemoteBench.finished();
            assertThat(house.bind(id, "theirs-1")).isInstanceOf(SettleOutcome.Settled.class);
            assertThat(ended(house, id).status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void whatADeadProcessWasToldIsWrittenDownBeforeAnyStepLooks() throws Exception {
        String id;
        try (RemoteBench dead = new RemoteBench(folder)) {
            dead.gateway.does((provider, request, film) -> {
                Store.SQLITE.refusing("running").forEach(statement -> run(dead, statement));
                return ScriptedGateway.accepted("a-1");
            });
            id = dead.createAtAlpha("Anna waves");
            String order = id;
            assertThatThrownBy(() -> dead.step(order)).isInstanceOf(StoreUnavailable.class);
            Store.SQLITE.obliging().forEach(statement -> run(dead, statement));
            dead.driver.close();
        }
        gateway.usually = RemoteBench.finished();
        try (TaskHouse house = open()) {
            assertThat(house.find(id).orElseThrow().advance().providerTaskId()).hasValue("a-1");
            assertThat(ended(house, id).status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
        assertThat(gateway.submitted).isEmpty();
    }

    private static void run(RemoteBench bench, String statement) {
        bench.database.write(Hold.NOTHING, connection -> {
            Sql.run(connection, statement);
            return true;
        });
    }

    @Test
    void anOwnerThatFrozeInTheSubmissionIsBelievedWhenItThaws() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch thaw = new CountDownLatch(1);
        gateway.does((provider, request, film) -> {
            sending.countDown();
            thaw.await();
            return ScriptedGateway.accepted("a-1");
        });
        try (TaskHouse frozen = open();
                TaskHouse next = open()) {
            String id = create(frozen, "Anna waves", Wish.ANY);
            sending.await();
            try (Database database = SqliteDatabase.open(settings().home())) {
                database.write(
                        Hold.NOTHING,
                        connection -> Sql.update(connection, "UPDATE task_step SET picked = 0, version = version + 1"));
            }
            Eventually.is(() -> status(next, id) == TaskStatus.SUBMISSION_UNKNOWN);
            gateway.usually = RemoteBench.finished();
            thaw.countDown();
            assertThat(ended(next, id).status()).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(next.find(id).orElseThrow().advance().providerTaskId()).hasValue("a-1");
        }
        assertThat(gateway.submitted).hasSize(1);
    }

    @Test
    void aHouseThatClosesInASubmissionLeavesAnOpenQuestionAndNoSecondSubmission() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        gateway.does((provider, request, film) -> {
            sending.countDown();
            new CountDownLatch(1).await();
            return ScriptedGateway.accepted("never");
        });
        String id;
        try (TaskHouse stopping = open()) {
            id = create(stopping, "Anna waves", Wish.ANY);
            sending.await();
        }
        try (TaskHouse next = open()) {
            Eventually.is(() -> status(next, id) == TaskStatus.SUBMISSION_UNKNOWN);
        }
        assertThat(gateway.submitted).hasSize(1);
    }

    @Test
    void anotherProviderTakesOverWithinTheHouse() throws Exception {
        gateway.answers(SubmitOutcome.Refused.of(Category.INSUFFICIENT_FUNDS, "no credit", 402));
        gateway.usually = RemoteBench.finished();
        try (TaskHouse house = open()) {
            String id = create(house, "Anna waves", Wish.ANY);
            Task task = ended(house, id);
            assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(task.provider()).isEqualTo("beta");
            assertThat(Ledger.of(folder)).containsEntry(id, List.of("refused", "made"));
        }
    }

    @Test
    void theDailyBudgetHoldsOverTwoProcesses() throws Exception {
        TaskSettings rationed = settings(Optional.of(new BigDecimal("3.50")), Samples.STEADY);
        try (TaskHouse one = open(rationed);
                TaskHouse two = open(rationed)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ids.add(create(i % 2 == 0 ? one : two, "film " + i, new Wish("alpha", Optional.empty())));
            }
            Eventually.is(() -> ids.stream()
                    .map(id -> status(one, id))
                    .allMatch(now -> now == TaskStatus.RUNNING || now == TaskStatus.FAILED));
            assertThat(ids)
                    .filteredOn(id -> status(two, id) == TaskStatus.RUNNING)
                    .hasSize(3);
            assertThat(one.budgetLeftUsd().orElseThrow()).isEqualByComparingTo("0.50");
            assertThat(gateway.submitted).hasSize(3);
        }
    }

    @Test
    void withoutABudgetNothingIsLeftOrMissing() {
        try (TaskHouse house = open()) {
            assertThat(house.budgetLeftUsd()).isEmpty();
            assertThat(house.usualDuration("alpha", Resolution.P720)).isEmpty();
        }
    }

    @Test
    void submissionsThatTakeMinutesHoldUpNeitherPreviewsNorLooks() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        try (TaskHouse house = open()) {
            String looked = create(house, "looked at", Wish.ANY);
            Eventually.is(() -> status(house, looked) == TaskStatus.RUNNING);
            for (int i = 0; i < 12; i++) {
                gateway.does((provider, request, film) -> {
                    answers.await();
                    return new SubmitOutcome.NotSent("the test is over");
                });
                create(house, "blocking " + i, new Wish("beta", Optional.empty()));
            }
            Eventually.is(() -> gateway.submitted.size() >= 5);
            int before = gateway.polled.size();
            Eventually.is(() -> gateway.polled.size() > before + 3);
            String preview =
                    Samples.created(house.create(Samples.film("a preview"))).id();
            assertThat(ended(house, preview).status()).isEqualTo(TaskStatus.SUCCEEDED);
            gateway.usually = RemoteBench.finished();
            assertThat(ended(house, looked).status()).isEqualTo(TaskStatus.SUCCEEDED);
            answers.countDown();
        }
    }

    @Test
    void aClockThatIsSetBackAnHourDoesNotPutOffTheNextLook() throws Exception {
        SettableClock clock = SettableClock.showing(Instant.parse("2026-11-20T12:00:00Z"));
        Pace pace = Samples.QUICK.withFixedPoll(LOOKS_OFTEN);
        TaskSettings settings =
                new TaskSettings(folder.resolve("home"), folder.resolve("films"), Optional.empty(), clock, pace);
        try (TaskHouse house = open(settings)) {
            String id = create(house, "Anna waves", Wish.ANY);
            Eventually.is(() -> gateway.polled.size() > 2);
            clock.set(Duration.ofHours(-1));
            int before = gateway.polled.size();
            Eventually.is(() -> gateway.polled.size() > before + 3);
            clock.set(Duration.ofHours(2));
            gateway.usually = RemoteBench.finished();
            assertThat(ended(house, id).status()).isEqualTo(TaskStatus.SUCCEEDED);
        }
    }

    @Test
    void whatIsFetchedWhenTheHouseClosesIsGoneOnWith() throws Exception {
        gateway.usually = RemoteBench.finished();
        CountDownLatch fetching = new CountDownLatch(1);
        FilmFetch endless = new FilmFetch() {
            @Override
            public FetchedFilm fetch(URI address, Path part, Consumer<Arrival> arrival) throws InterruptedException {
                SubmitStepTest.write(part, ScriptedFilms.WHOLE.substring(0, 4));
                fetching.countDown();
                new CountDownLatch(1).await();
                throw new IllegalStateException();
            }

            @Override
            public FetchedFilm seen(Path part) throws FilmTrouble {
                throw new FilmTrouble("nothing is ever whole here");
            }
        };
        String id;
        try (TaskHouse stopping = open(settings(), endless)) {
            id = create(stopping, "Anna waves", Wish.ANY);
            fetching.await();
        }
        try (Stream<Path> files = Files.list(settings().outputDir())) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(part -> assertThat(part).hasContent("a wh"));
        }
        try (TaskHouse next = open()) {
            Task task = ended(next, id);
            assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
            assertThat(task.outcome().film().orElseThrow().path()).hasContent(ScriptedFilms.WHOLE);
        }
        assertThat(gateway.submitted).hasSize(1);
    }

    private TaskSettings settings() {
        return settings(Optional.empty(), Samples.STEADY);
    }

    private TaskSettings settings(Optional<BigDecimal> budget, Pace pace) {
        return Samples.settings(folder, budget, pace.withFixedPoll(LOOKS_OFTEN));
    }

    private TaskHouse open() {
        return open(settings());
    }

    private TaskHouse open(TaskSettings settings) {
        return open(settings, films);
    }

    private TaskHouse open(TaskSettings settings, FilmFetch fetch) {
        List<Account> accounts = List.of(
                Samples.ACCOUNT,
                RemoteBench.account("alpha"),
                RemoteBench.account("beta"),
                RemoteBench.account("gamma"));
        return TaskHouse.open(
                settings,
                accounts,
                new PlainFilms(),
                new RemoteTools(gateway, RemoteBench.planner(), fetch, Samples.references(folder)));
    }

    private static String create(TaskHouse house, String prompt, Wish wish) {
        return Samples.created(house.create(RemoteBench.film(prompt, wish))).id();
    }

    private static TaskStatus status(TaskHouse house, String id) {
        return house.find(id).orElseThrow().status();
    }

    private static Task ended(TaskHouse house, String id) throws InterruptedException {
        return house.await(id, Samples.PATIENCE, task -> {}).orElseThrow();
    }
}
