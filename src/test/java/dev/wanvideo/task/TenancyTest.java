package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.access.Principal;
import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two principals in one house. */
@Timeout(120)
final class TenancyTest {
    private static final Quote ONE_DOLLAR = Quote.exactly(BigDecimal.ONE);

    private final SteeredFilms films = new SteeredFilms();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TaskHouse house;

    @SuppressWarnings("NullAway.Init")
    private Tasks anna;

    @SuppressWarnings("NullAway.Init")
    private Tasks bob;

    @BeforeEach
    void open() {
        house = TaskHouse.open(
                Samples.settings(folder, Optional.of(new BigDecimal("1.50"))), List.of(Samples.ACCOUNT), films);
        anna = house.of(new Principal("token:anna"));
        bob = house.of(new Principal("token:bob"));
    }

    @AfterEach
    void close() {
        films.finish();
        house.close();
    }

    @Test
    void nobodyFindsListsWaitsForWatchesOrCancelsATaskOfAnother() throws Exception {
        String id = Samples.created(anna.create(Samples.film("Anna waves"))).id();
        films.awaitBegun();
        assertThat(bob.find(id)).isEmpty();
        assertThat(bob.list(Optional.empty(), 10)).isEmpty();
        assertThat(bob.await(id, Duration.ofDays(1), task -> {})).isEmpty();
        assertThat(bob.cancel(id)).isEmpty();
        try (TaskWatch watch = bob.watch(List.of(id))) {
            assertThat(watch.ids()).isEmpty();
        }
        assertThat(house.find(id)).isEmpty();
        films.finish();
        Optional<Task> done = anna.await(id, Samples.PATIENCE, task -> {});
        assertThat(done.map(Task::status)).contains(TaskStatus.SUCCEEDED);
        assertThat(anna.list(Optional.empty(), 10)).extracting(Task::id).containsExactly(id);
    }

    @Test
    void theSameRequestAndTheSameKeyMakeAFilmForEach() {
        NewTask plain = Samples.film("the same");
        NewTask keyed = Samples.film("the same", Optional.of("key"), Quote.FREE);
        for (NewTask wanted : List.of(plain, keyed)) {
            Samples.created(anna.create(wanted));
            assertThat(bob.existing(wanted.clientKey(), wanted.requestSha())).isEmpty();
            Samples.created(bob.create(wanted));
            assertThat(anna.create(wanted)).isInstanceOf(CreateOutcome.Existing.class);
        }
        NewTask other = Samples.film("another", Optional.of("key"), Quote.FREE);
        assertThat(bob.create(other)).isInstanceOf(CreateOutcome.Conflict.class);
        assertThat(house.create(other)).isInstanceOf(CreateOutcome.Created.class);
    }

    @Test
    void eachHasADailyBudgetOfTheirOwn() throws Exception {
        AtomicInteger number = new AtomicInteger();
        for (Tasks tasks : List.of(anna, bob)) {
            Samples.created(
                    tasks.create(Samples.film("film " + number.incrementAndGet(), Optional.empty(), ONE_DOLLAR)));
            Eventually.is(() -> tasks.budgetLeftUsd().orElseThrow().compareTo(new BigDecimal("0.50")) == 0);
        }
        Task tooMuch = Samples.created(anna.create(Samples.film("one more", Optional.empty(), ONE_DOLLAR)));
        films.finish();
        Task refused = anna.await(tooMuch.id(), Samples.PATIENCE, task -> {}).orElseThrow();
        assertThat(refused.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(house.budgetLeftUsd().orElseThrow()).isEqualByComparingTo("1.50");
    }

    @Test
    void whoOwnsTheHomeSettlesTasksOfEverybody() {
        String id = Samples.created(anna.create(Samples.film("Anna waves"))).id();
        assertThat(house.notCharged(id)).isInstanceOf(SettleOutcome.Unchanged.class);
        assertThat(house.notCharged("wv_nobody")).isInstanceOf(SettleOutcome.NoSuchTask.class);
    }
}
