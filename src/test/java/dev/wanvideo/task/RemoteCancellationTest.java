package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.CancelAnswer;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RemoteCancellationTest extends OnRemoteBench {
    private static final CancelAnswer STOPPED = new CancelAnswer(true, "The provider stopped it.");

    @Test
    void aQueuedTaskIsNeverSent() {
        String id = bench.create();
        assertThat(cancel(id).cancelled()).isTrue();
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.CANCELLED);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.gateway.submitted).isEmpty();
    }

    @Test
    void aRunningTaskIsStoppedWhereTheProviderStopsIt() {
        bench.gateway.stop = STOPPED;
        String id = bench.running();
        CancelOutcome outcome = cancel(id);
        assertThat(outcome.cancelled()).isTrue();
        assertThat(outcome.sentence()).isEqualTo("The provider stopped it.");
        assertThat(outcome.task().status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(outcome.task().cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.gateway.cancelled).containsExactly("a-1");
        assertThat(bench.ledger(id)).containsExactly("alpha cancelled");
        assertThat(bench.reserved()).isZero();
    }

    @Test
    void whatAStoppedFilmCostsIsUnknownWhereTheProviderPromisesNothing() {
        bench.gateway.stop = STOPPED;
        bench.gateway.answers(SubmitOutcome.Refused.of(Category.INSUFFICIENT_FUNDS, "no credit", 402));
        String id = bench.create();
        bench.step(id);
        bench.step(id);
        assertThat(bench.task(id).provider()).isEqualTo("beta");
        assertThat(cancel(id).task().cost().charged()).isEqualTo(Charged.UNKNOWN);
        assertThat(bench.ledger(id)).containsExactly("alpha refused", "beta failed_unknown");
        assertThat(bench.reserved()).isEqualByComparingTo("2.00");
    }

    @Test
    void aRunningTaskThatTheProviderDoesNotStopGoesOn() {
        String id = bench.running();
        CancelOutcome outcome = cancel(id);
        assertThat(outcome.cancelled()).isFalse();
        assertThat(outcome.sentence()).isEqualTo("It goes on and is charged.");
        assertThat(outcome.task().status()).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void aTaskThatEndedMeanwhileIsToldAsItIs() {
        String id = bench.running();
        TaskRow seen = bench.row(id);
        bench.gateway.stop = STOPPED;
        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
        assertThat(bench.driver.cancel(seen))
                .isEqualTo(new CancelOutcome(
                        bench.task(id), false, "The task was over before it could be stopped; it is succeeded."));
        assertThat(cancel(id).sentence()).contains("already finished");
    }

    @Test
    void aTaskWhoseSubmissionIsOpenOrUnclearIsNotPromisedToBeStopped() {
        String id = bench.create();
        bench.gateway.does((provider, request, film) -> {
            CancelOutcome outcome = cancel(id);
            assertThat(outcome.cancelled()).isFalse();
            assertThat(outcome.sentence()).contains("being handed to alpha right now");
            return new SubmitOutcome.Unknown("HTTP 500", Optional.of(500));
        });
        bench.step(id);
        assertThat(cancel(id).cancelled()).isFalse();
        assertThat(cancel(id).sentence()).contains("Nobody can tell whether alpha");
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        assertThat(bench.ledger(id)).containsExactly("alpha unknown");
    }

    @Test
    void aFinishedFilmIsFetchedAllTheSame() {
        String id = bench.running();
        bench.gateway.shows(RemoteBench.finished());
        bench.films.fail(new FilmTrouble("connection reset"));
        bench.step(id);
        assertThat(cancel(id).cancelled()).isFalse();
        assertThat(cancel(id).sentence()).contains("finished and charged");
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
    }

    @Test
    void onlyAHolderOfTheAccountCanAsk() throws Exception {
        String id = bench.running();
        try (RemoteBench other = bench.beside(folder, List.of("beta"))) {
            CancelOutcome outcome = other.cancellation.cancel(other.row(id));
            assertThat(outcome.cancelled()).isFalse();
            assertThat(outcome.sentence()).contains("holds this provider's account");
            assertThat(other.gateway.cancelled).isEmpty();
        }
    }

    private CancelOutcome cancel(String id) {
        return bench.cancellation.cancel(bench.row(id));
    }
}
