package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SubmitStepTest extends OnRemoteBench {
    @Test
    void bindsTheIdThatTheProviderGave() {
        bench.gateway.answers(new SubmitOutcome.Accepted(
                "a-7",
                new ProviderReport(
                        Optional.of("CREATED"),
                        Optional.of(3),
                        Optional.of(80),
                        Optional.empty(),
                        Map.of("model", "wan2.7-r2v"))));
        String id = bench.create();
        assertThat(bench.step(id)).isEqualTo(new Next.Again(RemoteBench.EVERY_TEN));
        Task task = bench.task(id);
        assertThat(task.status()).isEqualTo(TaskStatus.RUNNING);
        assertThat(task.provider()).isEqualTo("alpha");
        assertThat(task.advance())
                .isEqualTo(new Advance(
                        3, Optional.of(80), Optional.of("a-7"), Optional.of("CREATED"), Map.of("model", "wan2.7-r2v")));
        assertThat(task.cost().charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(bench.gateway.submitted).containsExactly("alpha https://alpha.example.com/films");
        assertThat(bench.ledger(id)).containsExactly("alpha accepted");
        assertThat(bench.ledger(id, "provider_task_id")).hasValue("a-7");
        assertThat(bench.reserved()).isEqualByComparingTo("1.00");
    }

    @Test
    void theIntentIsOnDiskBeforeAnythingIsSent() {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMITTING);
            assertThat(bench.ledger(id)).containsExactly("alpha null");
            return ScriptedGateway.accepted("a-1");
        });
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void waitsInTheLineOfTheAccountWithoutAnIntent() {
        bench.gateway.waits.put(ProviderGateway.Kind.SUBMIT, Duration.ofSeconds(7));
        String id = bench.create();
        assertThat(bench.step(id)).isEqualTo(new Next.Again(Duration.ofSeconds(7)));
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(bench.gateway.submitted).isEmpty();
        assertThat(bench.ledger(id)).isEmpty();
    }

    @Test
    void publishesAFilmThatCameWithTheAnswer() {
        bench.gateway.does((provider, request, film) -> {
            write(film, ScriptedFilms.WHOLE);
            return new SubmitOutcome.Delivered(ProviderReport.NONE);
        });
        String id = bench.create();
        assertThat(bench.step(id)).isEqualTo(Next.DONE);
        Task task = bench.task(id);
        assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(task.cost().charged()).isEqualTo(Charged.YES);
        assertThat(task.outcome().film().orElseThrow().path()).hasContent(ScriptedFilms.WHOLE);
        assertThat(task.outcome().link()).isEmpty();
        assertThat(bench.ledger(id)).containsExactly("alpha made");
    }

    @Test
    void aDeliveredBodyThatIsNoFilmFailsWithoutAWordTooMuchAboutMoney() throws Exception {
        bench.gateway.does((provider, request, film) -> {
            write(film, "<html>");
            return new SubmitOutcome.Delivered(ProviderReport.NONE);
        });
        String id = bench.create();
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.PROTOCOL);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.UNKNOWN);
        bench.step(id);
        assertThat(bench.filesOfFilms()).isEmpty();
    }

    @Test
    void anAnswerThatProvesNothingIsAStateAndNeverASecondSubmission() {
        String id = bench.unclear();
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(bench.error(id).category()).isEqualTo(Category.OUTCOME_UNKNOWN);
        assertThat(bench.error(id).message()).contains("alpha", "HTTP 500", "not sent again");
        assertThat(bench.ledger(id)).containsExactly("alpha unknown");
        assertThat(bench.ledger(id, "http_status")).hasValue("500");
        assertThat(bench.reserved()).isEqualByComparingTo("1.00");
        bench.clock.move(Duration.ofDays(2));
        for (int i = 0; i < 5; i++) {
            bench.step(id);
        }
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        assertThat(bench.gateway.submitted).hasSize(1);
    }

    @Test
    void aStepThatFindsASubmissionUnderWaySendsNothing() {
        String id = bench.create();
        bench.intent.declare(id);
        assertThat(bench.step(id)).isEqualTo(new Next.Again(Duration.ofSeconds(30)));
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        assertThat(bench.gateway.submitted).isEmpty();
        assertThat(bench.ledger(id)).containsExactly("alpha unknown");
    }

    @Test
    void anOrderThatCannotBeReadIsNotBegun() {
        String id = bench.create();
        sql("UPDATE video_task SET outgoing_json = '{\"method\": \"PO'");
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(RuntimeException.class);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(bench.ledger(id)).isEmpty();
        assertThat(bench.gateway.submitted).isEmpty();
        assertThat(bench.reserved()).isZero();
    }

    @Test
    void anAnswerThatCouldNotBeWrittenDownIsWrittenDownLater() {
        String id = bench.createAtAlpha("Anna waves");
        bench.gateway.does((provider, request, film) -> {
            store.refusing("running").forEach(this::sql);
            return ScriptedGateway.accepted("a-1");
        });
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> bench.step(id)).isInstanceOf(StoreUnavailable.class);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMITTING);
        store.obliging().forEach(this::sql);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("a-1");
        assertThat(bench.gateway.submitted).hasSize(1);
    }

    private void sql(String statement) {
        bench.database.write(Hold.NOTHING, connection -> {
            Sql.run(connection, statement);
            return true;
        });
    }

    @Test
    void anIdThatAnotherTaskHasIsNotBoundTwice() {
        bench.gateway.answers(ScriptedGateway.accepted("a-1"), ScriptedGateway.accepted("a-1"));
        String first = bench.createAtAlpha("one");
        String second = bench.createAtAlpha("two");
        bench.step(first);
        bench.step(second);
        assertThat(bench.status(first)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.status(second)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        assertThat(bench.error(second).message()).contains("the id of another task (a-1)");
    }

    @Test
    void aComputerThatSleptSinceTheIntentSendsNothingAndBeginsAnew() throws Exception {
        long[] nanos = {0, Duration.ofSeconds(31).toNanos(), 0, 0};
        assertThatOnlyTheSecondTryIsSent(nanos);
    }

    @Test
    void aClockThatTellsOfASleepHoldsTheSubmissionBackToo() throws Exception {
        String id = bench.create();
        bench.gateway.lists.put("alpha", Optional.of(Set.of()));
        SubmitStep step = step(() -> {
            if (bench.status(id) == TaskStatus.SUBMITTING && bench.row(id).attempt() == 1) {
                bench.clock.move(Duration.ofSeconds(31));
            }
            return 0;
        });
        assertThat(step.drive(bench.row(id))).isEqualTo(Next.AT_ONCE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(bench.gateway.submitted).isEmpty();
        step.drive(bench.row(id));
        assertThat(bench.gateway.submitted).hasSize(1);
        assertThat(bench.ledger(id)).containsExactly("alpha not_sent", "alpha accepted");
    }

    private void assertThatOnlyTheSecondTryIsSent(long... nanos) throws Exception {
        String id = bench.create();
        int[] at = {0};
        SubmitStep step = step(() -> nanos[at[0]++]);
        assertThat(step.drive(bench.row(id))).isEqualTo(Next.AT_ONCE);
        assertThat(bench.gateway.submitted).isEmpty();
        assertThat(bench.reserved()).isZero();
        step.drive(bench.row(id));
        assertThat(bench.gateway.submitted).hasSize(1);
        assertThat(bench.ledger(id)).containsExactly("alpha not_sent", "alpha accepted");
        assertThat(bench.task(id).provider()).isEqualTo("alpha");
    }

    private SubmitStep step(java.util.function.LongSupplier nanos) {
        return bench.submitStep(nanos);
    }

    @Test
    void aFailedFilmThatIsFreeTellsNoAmountThatWasTakenBefore() {
        ProviderReport paid = new ProviderReport(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("1.95")), Map.of());
        bench.gateway.answers(new SubmitOutcome.Accepted("a-1", paid));
        bench.gateway.shows(new PollOutcome.Failed(Category.UNAVAILABLE, "broken", Charged.NO, ProviderReport.NONE));
        String id = bench.createAtAlpha("Anna waves");
        bench.step(id);
        assertThat(bench.task(id).cost().chargedUsd()).hasValue(new BigDecimal("1.95"));
        bench.step(id);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.task(id).cost().chargedUsd()).isEmpty();
    }

    @Test
    void whatTheProviderTookCountsInsteadOfTheQuote() {
        bench.gateway.answers(new SubmitOutcome.Accepted(
                "a-1",
                new ProviderReport(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new BigDecimal("0.4")),
                        Map.of())));
        String id = bench.create();
        bench.step(id);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.YES);
        assertThat(bench.task(id).cost().chargedUsd().orElseThrow()).isEqualByComparingTo("0.4");
        assertThat(bench.reserved()).isEqualByComparingTo("0.4");
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
