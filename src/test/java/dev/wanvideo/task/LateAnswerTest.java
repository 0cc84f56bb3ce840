package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.CancelAnswer;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An owner that was taken for dead gets its answer after others have judged what became of its submission. */
final class LateAnswerTest extends OnRemoteBench {
    private void lists(String... ids) {
        bench.gateway.lists.put("alpha", Optional.of(Set.of(ids)));
    }

    @Test
    void anOwnerThatWasGivenUpStillBindsWhatItWasTold() {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            bench.step(id);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
            return ScriptedGateway.accepted("a-1");
        });
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("a-1");
        assertThat(bench.task(id).outcome().error()).isEmpty();
        assertThat(bench.gateway.submitted).hasSize(1);
        assertThat(bench.ledger(id)).containsExactly("alpha accepted");
    }

    @Test
    void anAnswerAfterAPersonSettledItTakesBackThatNothingWasCharged() {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            bench.step(id);
            bench.settlement.notCharged(id);
            return ScriptedGateway.accepted("a-1");
        });
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("a-1");
        assertThat(bench.error(id).category()).isEqualTo(Category.OUTCOME_UNKNOWN);
        assertThat(bench.error(id).message())
                .contains("alpha took the film on after all, as a-1")
                .doesNotContain("Nothing was charged");
        assertThat(bench.ledger(id)).containsExactly("alpha accepted_late");
        assertThat(bench.reserved()).isEqualByComparingTo("1.00");
    }

    @Test
    void anOwnerThatKnowsBetterIsBelievedThoughTheListWasAsked() {
        lists("old-1", "old-2");
        String id = bench.createAtAlpha("Anna waves");
        bench.gateway.does((provider, request, film) -> {
            bench.step(id);
            lists("old-2", "new-1");
            bench.step(id);
            return ScriptedGateway.accepted("new-1");
        });
        bench.step(id);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("new-1");
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.ledger(id)).containsExactly("alpha accepted");
    }

    @Test
    void anOwnerThatKnowsBetterMendsAnIdThatTheListOnlySuggested() {
        lists("old-1", "old-2");
        String id = bench.createAtAlpha("Anna waves");
        bench.gateway.does((provider, request, film) -> {
            bench.step(id);
            lists("old-2", "somebody-elses");
            bench.step(id);
            return ScriptedGateway.accepted("new-1");
        });
        bench.step(id);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("new-1");
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.ledger(id, "provider_task_id")).hasValue("new-1");
    }

    @Test
    void aFilmThatCameAfterAPersonSettledItIsKeptAndItsChargeTold() {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            SubmitStepTest.write(film, ScriptedFilms.WHOLE);
            bench.step(id);
            bench.settlement.notCharged(id);
            return new SubmitOutcome.Delivered(charged("0.4"));
        });
        assertThat(bench.step(id)).isEqualTo(Next.DONE);
        assertThatTheFilmIsKept(id);
        assertThat(bench.task(id).cost().chargedUsd()).hasValue(new BigDecimal("0.4"));
        assertThat(bench.reserved()).isEqualByComparingTo("0.4");
    }

    @Test
    void aFilmThatIsStillComingIsNotClearedAwayOnceItsTaskIsSettled() {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            SubmitStepTest.write(film, ScriptedFilms.WHOLE);
            age(film);
            bench.step(id);
            bench.settlement.notCharged(id);
            bench.step(id);
            sweep();
            return new SubmitOutcome.Delivered(ProviderReport.NONE);
        });
        bench.step(id);
        assertThatTheFilmIsKept(id);
        assertThat(bench.reserved()).isEqualByComparingTo("1.00");
    }

    @Test
    void whatCameOfASettledTaskIsClearedAwayOnceNoAnswerCanCome() throws Exception {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            SubmitStepTest.write(film, "half a film");
            age(film);
            return new SubmitOutcome.Unknown("HTTP 500", Optional.of(500));
        });
        bench.step(id);
        bench.settlement.notCharged(id);
        sweep();
        assertThat(bench.filesOfFilms()).hasSize(1);
        bench.clock.move(Duration.ofMinutes(31));
        sweep();
        assertThat(bench.filesOfFilms()).isEmpty();
    }

    @Test
    void aFilmThatCameAfterItWasBoundToAnIdIsKept() {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            SubmitStepTest.write(film, ScriptedFilms.WHOLE);
            bench.step(id);
            bench.settlement.bind(id, "a-slip");
            return new SubmitOutcome.Delivered(ProviderReport.NONE);
        });
        bench.step(id);
        assertThatTheFilmIsKept(id);
    }

    @Test
    void aFilmThatCameAfterItsTaskWasCancelledIsKept() {
        String id = bench.create();
        bench.gateway.stop = new CancelAnswer(true, "stopped");
        bench.gateway.does((provider, request, film) -> {
            SubmitStepTest.write(film, ScriptedFilms.WHOLE);
            bench.step(id);
            bench.settlement.bind(id, "a-slip");
            bench.cancellation.cancel(bench.row(id));
            assertThat(bench.status(id)).isEqualTo(TaskStatus.CANCELLED);
            return new SubmitOutcome.Delivered(ProviderReport.NONE);
        });
        bench.step(id);
        assertThatTheFilmIsKept(id);
    }

    @Test
    void aLateBodyThatIsNoFilmTakesBackThatNothingWasCharged() {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            SubmitStepTest.write(film, "<html>");
            bench.step(id);
            bench.settlement.notCharged(id);
            return new SubmitOutcome.Delivered(ProviderReport.NONE);
        });
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.PROTOCOL);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(bench.ledger(id)).containsExactly("alpha failed_unknown");
        assertThat(bench.reserved()).isEqualByComparingTo("1.00");
    }

    private void assertThatTheFilmIsKept(String id) {
        Task task = bench.task(id);
        assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(task.cost().charged()).isEqualTo(Charged.YES);
        assertThat(task.outcome().error()).isEmpty();
        assertThat(task.outcome().film().orElseThrow().path()).hasContent(ScriptedFilms.WHOLE);
        assertThat(bench.ledger(id)).containsExactly("alpha made");
        assertThat(bench.gateway.submitted).hasSize(1);
    }

    private static ProviderReport charged(String usd) {
        return new ProviderReport(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(usd)), Map.of());
    }

    /** Lets a working file look as if nobody wrote to it any more. */
    private static void age(Path part) {
        try {
            Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(3600)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sweep() {
        new Leftovers(bench.database, bench.books.table(), bench.settings).remove();
    }
}
