package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes of a submission that a provider refuses, or that never reaches it. */
final class RefusedSubmissionTest extends OnRemoteBench {
    @Test
    void theSameProvidersOtherDoorIsTriedAtOnce() {
        OutgoingRequest other = new OutgoingRequest("POST", "https://alpha.example.com/other-door", Map.of("b", 2));
        bench.gateway.answers(new SubmitOutcome.Refused(
                Category.NOT_FOUND, "no such model", 404, Optional.empty(), Optional.of(other)));
        String id = bench.createAtAlpha("Anna waves");
        assertThat(bench.step(id)).isEqualTo(Next.AT_ONCE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        bench.step(id);
        assertThat(bench.gateway.submitted)
                .containsExactly("alpha https://alpha.example.com/films", "alpha https://alpha.example.com/other-door");
        assertThat(bench.ledger(id)).containsExactly("alpha refused", "alpha accepted");
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void aRefusalEndsTheTaskInTheProvidersWordsWithNothingCharged() {
        bench.gateway.answers(
                SubmitOutcome.Refused.of(Category.CONTENT_REFUSED, "The prompt breaks our rules; change it.", 400));
        String id = bench.create();
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.CONTENT_REFUSED);
        assertThat(bench.error(id).message())
                .contains("alpha: The prompt breaks our rules; change it.", "Nothing was charged");
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.ledger(id)).containsExactly("alpha refused");
        assertThat(bench.ledger(id, "http_status")).hasValue("400");
        assertThat(bench.reserved()).isZero();
    }

    @Test
    void aBusyProviderIsAskedAgainWhenItSaysAndOtherwiseMoreAndMoreRarely() {
        SubmitOutcome.Refused busy = SubmitOutcome.Refused.of(Category.RATE_LIMITED, "slow down", 429);
        SubmitOutcome.Refused later = new SubmitOutcome.Refused(
                Category.RATE_LIMITED, "slow down", 429, Optional.of(Duration.ofSeconds(42)), Optional.empty());
        bench.gateway.answers(busy, later, busy, busy, busy, busy);
        String id = bench.createAtAlpha("Anna waves");
        assertThat(bench.step(id)).isEqualTo(again(15));
        assertThat(bench.step(id)).isEqualTo(again(42));
        assertThat(bench.step(id)).isEqualTo(again(60));
        assertThat(bench.step(id)).isEqualTo(again(120));
        assertThat(bench.step(id)).isEqualTo(again(120));
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.gateway.submitted).hasSize(6);
    }

    @Test
    void aProviderThatCannotBeReachedIsTriedAgainAndThenGivenUp() {
        SubmitOutcome away = new SubmitOutcome.NotSent("connection refused");
        bench.gateway.answers(away, away, away, away, away, away);
        String id = bench.createAtAlpha("Anna waves");
        for (int seconds : new int[] {5, 15, 60, 300, 300}) {
            assertThat(bench.step(id)).isEqualTo(again(seconds));
            assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
            assertThat(bench.reserved()).isZero();
        }
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.UNAVAILABLE);
        assertThat(bench.error(id).message()).contains("connection refused");
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
    }

    @Test
    void anOutputFolderThatCannotBeWrittenIsNoReasonToGoToADearerProvider() throws Exception {
        Files.deleteIfExists(bench.settings.outputDir());
        Files.writeString(bench.settings.outputDir(), "in the way");
        String id = bench.create();
        assertThat(bench.step(id)).isEqualTo(again(5));
        assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        assertThat(bench.task(id).provider()).isEqualTo("alpha");
        assertThat(bench.gateway.submitted).isEmpty();
        assertThat(bench.ledger(id)).containsExactly("alpha not_sent");
        Files.delete(bench.settings.outputDir());
        bench.step(id);
        assertThat(bench.gateway.submitted).containsExactly("alpha https://alpha.example.com/films");
    }

    @Test
    void aTaskThatNobodyCouldHandOverInADayIsGivenUp() {
        String id = bench.create();
        bench.clock.move(Duration.ofHours(25));
        bench.step(id);
        assertThat(bench.error(id).category()).isEqualTo(Category.TIMEOUT);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.gateway.submitted).isEmpty();
    }
}
