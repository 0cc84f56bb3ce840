package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FailOverTest {
    private static final List<String> ALL = List.of("alpha", "beta", "gamma");
    private static final SubmitOutcome NO_CREDIT =
            SubmitOutcome.Refused.of(Category.INSUFFICIENT_FUNDS, "no credit", 402);

    @TempDir
    Path folder;

    @Test
    void aChainOfRefusalsEndsAtTheOneWhoTakesItWithEachInTheLedger() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.answers(NO_CREDIT, new SubmitOutcome.NotSent("connection refused"));
            String id = bench.create();
            String alphas = bench.row(id).stepName();
            assertThat(bench.step(id)).isEqualTo(Next.DONE);
            TaskRow second = bench.row(id);
            assertThat(second.task().provider()).isEqualTo("beta");
            assertThat(second.status()).isEqualTo(TaskStatus.QUEUED);
            assertThat(second.task().cost().quote()).isEqualTo(Quote.exactly(new BigDecimal("2.00")));
            assertThat(second.outgoing().url()).isEqualTo("https://beta.example.com/films");
            assertThat(second.outgoing().body()).containsEntry("seed", 7);
            assertThat(second.remote().failedIsFree()).isFalse();
            assertThat(second.task().warnings())
                    .contains("alpha refused (402: no credit), so beta makes it", "beta has no sound");
            assertThat(bench.step(alphas, id)).isEqualTo(Next.DONE);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
            bench.step(id);
            bench.step(id);
            assertThat(bench.ledger(id)).containsExactly("alpha refused", "beta not_sent", "gamma accepted");
            assertThat(bench.task(id).provider()).isEqualTo("gamma");
            assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
            assertThat(bench.gateway.submitted).hasSize(3);
            assertThat(bench.reserved()).isEqualByComparingTo("3.00");
        }
    }

    @Test
    void theNewProvidersStepIsScheduledInTheSameMove() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.answers(NO_CREDIT);
            String id = bench.create();
            bench.step(id);
            List<String> names = bench.database.read(connection -> Sql.all(
                    connection,
                    "SELECT task_name FROM task_step WHERE task_instance = ?",
                    row -> row.getString(1),
                    id));
            assertThat(names).contains(RemoteBench.account("beta").stepName());
        }
    }

    @Test
    void goesNoFurtherThanTheCallersCap() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.answers(NO_CREDIT);
            String id = bench.create("Anna waves", new Wish(Wish.AUTO, Optional.of(new BigDecimal("1.50"))));
            bench.step(id);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.error(id).category()).isEqualTo(Category.INSUFFICIENT_FUNDS);
            assertThat(bench.error(id).message()).contains("no credit", "max_cost_usd", "Nothing was charged");
            assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        }
    }

    @Test
    void goesNoFurtherThanWhatIsLeftOfTheDay() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder, Optional.of(new BigDecimal("2.50")), ALL)) {
            String before = bench.createAtAlpha("before");
            bench.step(before);
            bench.gateway.answers(NO_CREDIT);
            String id = bench.create();
            bench.step(id);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.error(id).message()).contains("WAN_VIDEO_DAILY_BUDGET_USD");
            assertThat(bench.gateway.submitted).hasSize(2);
        }
    }

    @Test
    void aProviderThatWasAskedForByNameIsNotReplaced() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.answers(NO_CREDIT);
            String id = bench.createAtAlpha("Anna waves");
            bench.step(id);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.task(id).provider()).isEqualTo("alpha");
            assertThat(bench.gateway.submitted).hasSize(1);
        }
    }

    @Test
    void aRefusalOfTheFilmItselfIsNotCarriedToOthers() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.answers(SubmitOutcome.Refused.of(Category.CONTENT_REFUSED, "not this", 400));
            String id = bench.create();
            bench.step(id);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.gateway.submitted).hasSize(1);
        }
    }

    @Test
    void skipsAProviderThatThisProcessHasNoAccountAt() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder, Optional.empty(), List.of("alpha", "gamma"))) {
            bench.gateway.answers(NO_CREDIT);
            String id = bench.create();
            bench.step(id);
            assertThat(bench.task(id).provider()).isEqualTo("gamma");
        }
    }

    @Test
    void neverEndsInAPreview() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            bench.gateway.answers(NO_CREDIT, NO_CREDIT, NO_CREDIT);
            String id = bench.create();
            bench.step(id);
            bench.step(id);
            bench.step(id);
            assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
            assertThat(bench.task(id).provider()).isEqualTo("gamma");
            assertThat(bench.error(id).message()).contains("No other provider makes it", "answered 402: no credit");
            assertThat(bench.reserved()).isZero();
        }
    }

    @Test
    void theLastOneIsWaitedForWhenAllAreBusy() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder, Optional.empty(), List.of("alpha", "beta"))) {
            SubmitOutcome busy = SubmitOutcome.Refused.of(Category.RATE_LIMITED, "slow down", 429);
            bench.gateway.answers(busy, busy);
            String id = bench.create();
            assertThat(bench.step(id)).isEqualTo(Next.DONE);
            assertThat(bench.step(id)).isEqualTo(new Next.Again(Duration.ofSeconds(15)));
            assertThat(bench.task(id).provider()).isEqualTo("beta");
            assertThat(bench.status(id)).isEqualTo(TaskStatus.QUEUED);
        }
    }
}
