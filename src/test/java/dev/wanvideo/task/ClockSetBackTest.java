package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClockSetBackTest {
    private static final Duration AN_HOUR_BACK = Duration.ofHours(-1);
    private static final Quote SIX = new Quote(Optional.of(new BigDecimal("6")), Optional.of(new BigDecimal("6")));

    @TempDir
    Path folder;

    @Test
    void tasksOfBeforeAndAfterAreMadeAndNobodyWaitsInVain() throws Exception {
        SettableClock clock = SettableClock.showing(Instant.parse("2026-11-20T12:00:00Z"));
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = TaskHouse.open(settings(clock), List.of(Samples.ACCOUNT), films)) {
            List<String> before = List.of(create(house, "one"), create(house, "two"), create(house, "three"));
            films.awaitBegun();
            films.awaitBegun();
            clock.set(AN_HOUR_BACK);
            String after = create(house, "four");
            films.finish();
            for (String id : before) {
                assertSucceeds(house, id);
            }
            assertSucceeds(house, after);
        }
    }

    @Test
    void aTaskThatWaitedInTheDatabaseIsTakenUp() throws Exception {
        SettableClock clock = SettableClock.showing(Instant.parse("2026-11-20T12:00:00Z"));
        String id;
        SteeredFilms films = new SteeredFilms();
        try (TaskHouse house = TaskHouse.open(settings(clock), List.of(Samples.ACCOUNT), films)) {
            id = create(house, "one");
            films.awaitBegun();
        }
        clock.set(AN_HOUR_BACK);
        try (TaskHouse house = TaskHouse.open(settings(clock), List.of(Samples.ACCOUNT), new PlainFilms())) {
            assertSucceeds(house, id);
        }
    }

    @Test
    void theDailyBudgetIsNotThereTwiceWhenMidnightComesTwice() throws Exception {
        SettableClock clock = SettableClock.showing(Instant.parse("2026-11-20T00:30:00Z"));
        try (TaskHouse house = TaskHouse.open(settings(clock), List.of(Samples.ACCOUNT), new PlainFilms())) {
            assertSucceeds(house, paid(house, "one"));
            clock.set(AN_HOUR_BACK);
            Task refused = ended(house, paid(house, "two"));
            assertThat(refused.outcome().error().orElseThrow().category()).isEqualTo(Category.OVER_BUDGET);
            clock.set(Duration.ofHours(1));
            assertThat(ended(house, paid(house, "three")).status()).isEqualTo(TaskStatus.FAILED);
        }
    }

    private TaskSettings settings(SettableClock clock) {
        return new TaskSettings(
                folder.resolve("home"),
                folder.resolve("films"),
                Optional.of(new BigDecimal("10")),
                clock,
                Samples.STEADY);
    }

    private static String create(TaskHouse house, String prompt) {
        return Samples.created(house.create(Samples.film(prompt))).id();
    }

    private static String paid(TaskHouse house, String prompt) {
        return Samples.created(house.create(Samples.film(prompt, Optional.empty(), SIX)))
                .id();
    }

    private static void assertSucceeds(TaskHouse house, String id) throws InterruptedException {
        assertThat(ended(house, id).status()).isEqualTo(TaskStatus.SUCCEEDED);
    }

    private static Task ended(TaskHouse house, String id) throws InterruptedException {
        return house.await(id, Samples.PATIENCE, task -> {}).orElseThrow();
    }
}
