package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PollStepTest extends OnRemoteBench {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final PollOutcome BUSY = going("BUSY", 0);

    @Test
    void tellsWhatIsNewAndIsSilentWhereNothingIs() {
        String id = bench.running();
        long before = bench.row(id).rev();
        bench.gateway.shows(going("BUSY", 40), going("BUSY", 40), going("BUSY", 30), going("LATE", 41));
        assertThat(bench.step(id)).isEqualTo(new Next.Again(RemoteBench.EVERY_TEN));
        assertThat(bench.task(id).advance().percent()).isEqualTo(40);
        assertThat(bench.row(id).rev()).isEqualTo(before + 1);
        bench.step(id);
        bench.step(id);
        assertThat(bench.row(id).rev()).isEqualTo(before + 1);
        bench.step(id);
        assertThat(bench.row(id).rev()).isEqualTo(before + 2);
        assertThat(bench.task(id).advance().providerStatus()).hasValue("LATE");
    }

    @Test
    void theProvidersOwnGuessOfTheTimeLeftIsTold() {
        String id = bench.running();
        bench.gateway.usually = new PollOutcome.Going(new ProviderReport(
                Optional.empty(), Optional.empty(), Optional.of(77), Optional.empty(), Map.of("queue", 2)));
        bench.step(id);
        assertThat(bench.task(id).advance().etaSeconds()).hasValue(77);
        assertThat(bench.task(id).advance().details()).containsEntry("queue", 2);
        long rev = bench.row(id).rev();
        bench.clock.move(Duration.ofSeconds(3));
        bench.step(id);
        assertThat(bench.row(id).rev()).isEqualTo(rev);
        assertThat(bench.task(id).advance().etaSeconds()).hasValue(74);
    }

    @Test
    void whatTheProviderToldOnlyGrows() {
        String id = bench.running();
        bench.gateway.shows(details("a", 1), details("b", 2), RemoteBench.finished());
        bench.step(id);
        bench.step(id);
        assertThat(bench.task(id).advance().details()).isEqualTo(Map.of("a", 1, "b", 2));
        bench.step(id);
        assertThat(bench.task(id).advance().details()).isEqualTo(Map.of("a", 1, "b", 2, "credits_used", 9));
    }

    @Test
    void aFinishedFilmIsFetchedAndItsChargeKept() {
        String id = bench.running();
        bench.clock.move(Duration.ofSeconds(90));
        bench.gateway.shows(RemoteBench.finished(Optional.of(AN_HOUR)));
        assertThat(bench.step(id)).isEqualTo(Next.DONE);
        Task task = bench.task(id);
        assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(task.outcome().film().orElseThrow().path()).hasContent(ScriptedFilms.WHOLE);
        assertThat(task.outcome().link())
                .hasValue(new RemoteLink(
                        RemoteBench.LINK, Optional.of(bench.clock.instant().plus(AN_HOUR))));
        assertThat(task.cost().charged()).isEqualTo(Charged.YES);
        assertThat(task.cost().chargedUsd().orElseThrow()).isEqualByComparingTo("0.9");
        assertThat(task.warnings()).contains("it has no sound");
        assertThat(bench.ledger(id)).containsExactly("alpha made");
        assertThat(bench.reserved()).isEqualByComparingTo("0.9");
    }

    @Test
    void measuresTheUsualTimeByProviderAndResolution() {
        assertThat(bench.usual.median("alpha", Resolution.P1080)).isEmpty();
        for (int seconds : new int[] {10, 50, 30}) {
            bench.gateway.shows(RemoteBench.finished());
            String id = bench.createAtAlpha("film of " + seconds);
            bench.step(id);
            bench.clock.move(Duration.ofSeconds(seconds));
            bench.step(id);
        }
        Resolution asked = Samples.request("any").format().resolution();
        Resolution other = asked == Resolution.P720 ? Resolution.P1080 : Resolution.P720;
        assertThat(bench.usual.median("alpha", asked)).hasValue(Duration.ofSeconds(30));
        assertThat(bench.usual.median("alpha", other)).isEmpty();
        assertThat(bench.usual.median("beta", asked)).isEmpty();
    }

    @Test
    void aFilmThatTheProviderGaveUpFailsInItsWordsWithItsCharge() {
        assertFails(Charged.NO, "failed_free", "0");
        assertFails(Charged.YES, "failed_charged", "1.00");
        assertFails(Charged.UNKNOWN, "failed_unknown", "2.00");
    }

    private void assertFails(Charged charged, String end, String reserved) {
        bench.gateway.shows(new PollOutcome.Failed(
                Category.CONTENT_REFUSED, "the picture shows a person", charged, ProviderReport.of("FAILED")));
        String id = bench.createAtAlpha("film of " + end);
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.CONTENT_REFUSED);
        assertThat(bench.error(id).message()).contains("the picture shows a person");
        assertThat(bench.task(id).cost().charged()).isEqualTo(charged);
        assertThat(bench.task(id).advance().providerStatus()).hasValue("FAILED");
        assertThat(bench.ledger(id)).containsExactly("alpha " + end);
        assertThat(bench.reserved()).isEqualByComparingTo(new BigDecimal(reserved));
    }

    @Test
    void aTaskThatVanishedFailsAfterTenMinutesOfNothingElse() {
        String id = bench.running();
        bench.gateway.usually = new PollOutcome.Missing("no such task");
        for (int i = 0; i < 10; i++) {
            bench.step(id);
            bench.clock.move(Duration.ofSeconds(59));
        }
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        bench.clock.move(Duration.ofSeconds(20));
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.NOT_FOUND);
        assertThat(bench.error(id).message()).contains("a-1", "no such task");
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(bench.ledger(id)).containsExactly("alpha failed_unknown");
    }

    @Test
    void aTaskThatIsSeenAgainIsNotMissingAnyMore() {
        String id = bench.running();
        bench.gateway.usually = new PollOutcome.Missing("no such task");
        for (int i = 0; i < 6; i++) {
            bench.step(id);
            bench.clock.move(Duration.ofSeconds(90));
        }
        bench.gateway.shows(BUSY);
        bench.step(id);
        bench.clock.move(Duration.ofMinutes(9));
        for (int i = 0; i < 6; i++) {
            bench.step(id);
        }
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void aLookThatGotNoAnswerSaysNothingForAWholeDay() {
        String id = bench.running();
        long rev = bench.row(id).rev();
        bench.gateway.usually = new PollOutcome.NoAnswer("HTTP 503", Optional.empty());
        for (int i = 0; i < 100; i++) {
            bench.clock.move(Duration.ofMinutes(14));
            assertThat(bench.step(id)).isEqualTo(new Next.Again(RemoteBench.EVERY_TEN));
        }
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.row(id).rev()).isEqualTo(rev);
        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void aProviderThatAsksForPatienceGetsIt() {
        String id = bench.running();
        bench.gateway.shows(
                new PollOutcome.NoAnswer("HTTP 429", Optional.of(Duration.ofSeconds(33))),
                new PollOutcome.NoAnswer("HTTP 429", Optional.of(Duration.ofSeconds(1))));
        assertThat(bench.step(id)).isEqualTo(new Next.Again(Duration.ofSeconds(33)));
        assertThat(bench.step(id)).isEqualTo(new Next.Again(RemoteBench.EVERY_TEN));
    }

    @Test
    void waitsInTheLineOfTheAccount() {
        String id = bench.running();
        bench.gateway.waits.put(ProviderGateway.Kind.POLL, Duration.ofSeconds(4));
        assertThat(bench.step(id)).isEqualTo(new Next.Again(Duration.ofSeconds(4)));
        assertThat(bench.gateway.polled).isEmpty();
    }

    @Test
    void aStatusThatNobodyKnowsIsWatchedUntilTheDeadlineAndQuoted() {
        String id = bench.running();
        bench.gateway.usually = going("PONDERING", 0);
        bench.clock.move(Duration.ofHours(23));
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        bench.clock.move(Duration.ofHours(2));
        bench.step(id);
        assertThat(bench.error(id).category()).isEqualTo(Category.TIMEOUT);
        assertThat(bench.error(id).message()).contains("a-1", "PONDERING");
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(bench.ledger(id)).containsExactly("alpha failed_unknown");
    }

    @Test
    void aComputerThatSleptOverTheDeadlineStillGetsTheFilm() {
        String id = bench.running();
        bench.clock.move(Duration.ofDays(3));
        bench.gateway.shows(new PollOutcome.NoAnswer("no network yet", Optional.empty()), RemoteBench.finished());
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void aProviderThatIsSilentPastTheDeadlineIsGivenUp() {
        String id = bench.running();
        bench.clock.move(Duration.ofDays(3));
        bench.gateway.usually = new PollOutcome.NoAnswer("HTTP 503", Optional.empty());
        for (int i = 0; i < 5; i++) {
            assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
            bench.step(id);
        }
        assertThat(bench.error(id).category()).isEqualTo(Category.TIMEOUT);
        assertThat(bench.error(id).message())
                .contains("a-1", "CREATED", "could not be asked", "HTTP 503")
                .doesNotContain("did not finish");
    }

    @Test
    void aClockThatIsSetBackOrForwardAnHourChangesNothing() {
        String id = bench.running();
        bench.clock.move(AN_HOUR.negated());
        assertThat(bench.step(id)).isEqualTo(new Next.Again(RemoteBench.EVERY_TEN));
        bench.gateway.shows(new PollOutcome.Missing("not yet"));
        bench.step(id);
        bench.clock.move(AN_HOUR.multipliedBy(2));
        bench.gateway.shows(new PollOutcome.Missing("not yet"), BUSY);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        bench.step(id);
        bench.clock.move(AN_HOUR.negated());
        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void aTaskThatEndedWhileItWasLookedAtStaysAsItEnded() {
        String id = bench.running();
        TaskRow asThisOwnerReadIt = bench.row(id);
        bench.gateway.shows(
                new PollOutcome.Failed(Category.UNAVAILABLE, "gpu on fire", Charged.NO, ProviderReport.NONE));
        bench.step(id);
        boolean moved = bench.books
                .database()
                .write(
                        Hold.NOTHING,
                        connection -> bench.books
                                .remote()
                                .finished(
                                        connection, asThisOwnerReadIt, (PollOutcome.Finished) RemoteBench.finished()));
        assertThat(moved).isFalse();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
    }

    private static PollOutcome details(String name, int value) {
        return new PollOutcome.Going(new ProviderReport(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(name, value)));
    }

    private static PollOutcome going(String status, int percent) {
        return new PollOutcome.Going(new ProviderReport(
                Optional.of(status), Optional.of(percent), Optional.empty(), Optional.empty(), Map.of()));
    }
}
