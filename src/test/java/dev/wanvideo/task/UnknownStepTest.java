package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UnknownStepTest extends OnRemoteBench {
    @BeforeEach
    void showOldTasks() {
        lists("old-1", "old-2");
    }

    private void lists(String... ids) {
        bench.gateway.lists.put("alpha", Optional.of(Set.of(ids)));
    }

    @Test
    void theOneTaskThatIsNewInTheListIsTheOne() {
        String id = bench.unclear();
        lists("old-2", "new-1");
        assertThat(bench.step(id)).isEqualTo(Next.AT_ONCE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("new-1");
        assertThat(bench.task(id).outcome().error()).isEmpty();
        assertThat(bench.ledger(id)).containsExactly("alpha accepted");
        assertThat(bench.ledger(id, "resolved_by")).hasValue("list");
        assertThat(bench.gateway.submitted).hasSize(1);
    }

    @Test
    void ofTwoNewTasksNoneIsTaken() {
        String id = bench.unclear();
        lists("old-2", "new-1", "new-2");
        bench.clock.move(Duration.ofHours(1));
        bench.step(id);
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
    }

    @Test
    void theIdsOfOtherTasksAreNotTaken() {
        String id = bench.unclear();
        String other = bench.createAtAlpha("another");
        bench.step(other);
        String others = bench.task(other).advance().providerTaskId().orElseThrow();
        lists("old-2", others);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        lists("old-2", others, "new-1");
        bench.step(id);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("new-1");
    }

    @Test
    void twoUnclearTasksDoNotTakeTheSameId() {
        String one = bench.unclear("one");
        String two = bench.unclear("two");
        lists("old-2", "new-1");
        bench.step(one);
        bench.step(two);
        assertThat(bench.status(one)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        assertThat(bench.status(two)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        bench.settlement.notCharged(two);
        bench.step(one);
        assertThat(bench.task(one).advance().providerTaskId()).hasValue("new-1");
    }

    @Test
    void aTaskThatWasSubmittedAfterTheIdWasListedIsNoRival() {
        String one = bench.unclear("one");
        lists("old-2", "new-1");
        String two = bench.unclear("two");
        bench.step(one);
        assertThat(bench.task(one).advance().providerTaskId()).hasValue("new-1");
        assertThat(bench.status(two)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
    }

    @Test
    void aTaskThatIsNotListedForAQuarterOfAnHourWasNeverTakenOn() {
        String id = bench.unclear();
        bench.step(id);
        bench.clock.move(Duration.ofMinutes(14));
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        bench.clock.move(Duration.ofMinutes(1));
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.error(id).category()).isEqualTo(Category.UNAVAILABLE);
        assertThat(bench.error(id).message()).contains("Nothing was charged", "new request_id");
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.ledger(id)).containsExactly("alpha not_charged");
        assertThat(bench.ledger(id, "resolved_by")).hasValue("list");
        assertThat(bench.reserved()).isZero();
    }

    @Test
    void oneListIsNotEnoughHoweverFarTheClockWentOn() {
        String id = bench.unclear();
        bench.clock.move(Duration.ofHours(2));
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void aListThatCannotBeReadOrDoesNotReachBackProvesNothing() {
        String id = bench.unclear();
        bench.clock.move(Duration.ofHours(2));
        bench.gateway.lists.put("alpha", Optional.empty());
        bench.step(id);
        bench.step(id);
        lists();
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
    }

    @Test
    void aListThatNeverShowedAnythingProvesNothing() {
        lists();
        String id = bench.unclear();
        bench.clock.move(Duration.ofHours(2));
        bench.step(id);
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        String other = bench.createAtAlpha("another");
        bench.step(other);
        lists(bench.task(other).advance().providerTaskId().orElseThrow());
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void aWholePageOfOldTasksProvesNothing() {
        String[] old = IntStream.range(0, 10).mapToObj(i -> "old-" + i).toArray(String[]::new);
        lists(old);
        String id = bench.unclear();
        bench.clock.move(Duration.ofHours(2));
        bench.step(id);
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        String other = bench.createAtAlpha("another");
        bench.step(other);
        old[0] = bench.task(other).advance().providerTaskId().orElseThrow();
        lists(old);
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void withoutABaselineTheListIsOfNoUse() {
        bench.gateway.lists.put("alpha", Optional.empty());
        String id = bench.unclear();
        lists("new-1");
        bench.clock.move(Duration.ofHours(1));
        bench.step(id);
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
    }

    @Test
    void looksMoreAndMoreRarely() {
        String id = bench.unclear();
        lists("old-2", "new-1", "new-2");
        assertThat(bench.step(id)).isEqualTo(again(Duration.ofSeconds(30)));
        bench.clock.move(Duration.ofMinutes(4));
        assertThat(bench.step(id)).isEqualTo(again(Duration.ofMinutes(1)));
        bench.clock.move(Duration.ofHours(4));
        assertThat(bench.step(id)).isEqualTo(again(Duration.ofMinutes(5)));
        bench.clock.move(Duration.ofHours(24));
        assertThat(bench.step(id)).isEqualTo(again(Duration.ofHours(1)));
        bench.clock.move(Duration.ofDays(-3));
        assertThat(bench.step(id)).isEqualTo(again(Duration.ofSeconds(30)));
    }

    @Test
    void aProviderWithoutAListWaitsForAPersonAsLongAsItTakes() {
        bench.gateway.lists.clear();
        String id = bench.unclear();
        bench.clock.move(Duration.ofHours(5));
        assertThat(bench.step(id)).isEqualTo(again(Duration.ofHours(1)));
        bench.clock.move(Duration.ofDays(30));
        assertThat(bench.step(id)).isEqualTo(again(Duration.ofHours(1)));
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        assertThat(bench.reserved()).isZero();
    }

    @Test
    void anAttemptThatWasRefusedBeforeLeavesNoBaselineBehind() {
        bench.gateway.answers(new SubmitOutcome.NotSent("connection refused"));
        String id = bench.createAtAlpha("Anna waves");
        bench.step(id);
        bench.gateway.answers(new SubmitOutcome.Unknown("HTTP 500", Optional.of(500)));
        bench.gateway.lists.put("alpha", Optional.empty());
        bench.step(id);
        lists("old-2", "new-1");
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
    }

    private static Next again(Duration after) {
        return new Next.Again(after);
    }
}
