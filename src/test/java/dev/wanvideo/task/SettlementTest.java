package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.video.Charged;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SettlementTest extends OnRemoteBench {
    @Test
    void aPersonsWordThatItWasTakenOnLetsItGoOn() {
        String id = bench.unclear();
        bench.clock.move(Duration.ofMinutes(5));
        assertThat(bench.settlement.bind(id, " theirs-9 "))
                .isInstanceOfSatisfying(SettleOutcome.Settled.class, settled -> {
                    assertThat(settled.task().status()).isEqualTo(TaskStatus.RUNNING);
                    assertThat(settled.sentence()).contains("theirs-9 at alpha");
                });
        assertThat(bench.row(id).remote().looks().submittedAt())
                .hasValue(bench.clock.instant().minus(Duration.ofMinutes(5)));
        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
        assertThat(bench.gateway.polled).containsExactly("theirs-9");
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(bench.ledger(id)).containsExactly("alpha made");
        assertThat(bench.ledger(id, "provider_task_id")).hasValue("theirs-9");
    }

    @Test
    void aPersonsWordMakesTheStepDue() {
        String id = bench.unclear();
        bench.database.write(
                Hold.NOTHING,
                connection -> Sql.update(
                        connection, "UPDATE task_step SET execution_time = 9999999999999 WHERE task_instance = ?", id));
        bench.settlement.bind(id, "theirs-9");
        long due = bench.database.<Long>read(connection ->
                Sql.number(connection, "SELECT execution_time FROM task_step WHERE task_instance = ?", id));
        assertThat(due).isZero();
    }

    @Test
    void aPersonsWordThatNothingWasTakenOnEndsItForFree() {
        String id = bench.unclear();
        assertThat(bench.settlement.notCharged(id)).isInstanceOf(SettleOutcome.Settled.class);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.error(id).message()).contains("settled by hand", "Nothing was charged");
        assertThat(bench.ledger(id)).containsExactly("alpha not_charged");
        assertThat(bench.ledger(id, "resolved_by")).hasValue("person");
        assertThat(bench.reserved()).isZero();
    }

    /** A task that was bound to an id of which the provider knows nothing. */
    private String givenUp() {
        String id = bench.unclear();
        bench.settlement.bind(id, "a-slip");
        bench.gateway.usually = new PollOutcome.Missing("no such task");
        for (int look = 0; look < 8; look++) {
            bench.clock.move(Duration.ofMinutes(3));
            bench.step(id);
        }
        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.UNKNOWN);
        return id;
    }

    @Test
    void aFilmThatWasGivenUpIsWaitedForAgainOnceAPersonFindsIt() {
        String id = givenUp();
        bench.clock.move(Duration.ofDays(3));

        assertThat(bench.settlement.bind(id, "theirs-9")).isInstanceOf(SettleOutcome.Settled.class);

        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(bench.ledger(id)).containsExactly("alpha made");
        assertThat(bench.ledger(id, "provider_task_id")).hasValue("theirs-9");
    }

    @Test
    void aFilmThatWasGivenUpIsFreeOnceAPersonSaysSo() {
        String id = givenUp();

        assertThat(bench.settlement.notCharged(id)).isInstanceOf(SettleOutcome.Settled.class);

        assertThat(bench.status(id)).isEqualTo(TaskStatus.FAILED);
        assertThat(bench.task(id).cost().charged()).isEqualTo(Charged.NO);
        assertThat(bench.reserved()).isZero();
        assertThat(bench.settlement.bind(id, "theirs-9")).isInstanceOf(SettleOutcome.Unchanged.class);
    }

    @Test
    void nothingElseIsSettledByHand() {
        String running = bench.running();
        assertThat(bench.settlement.bind(running, "x")).isInstanceOf(SettleOutcome.Unchanged.class);
        assertThat(bench.settlement.notCharged(running))
                .isInstanceOfSatisfying(
                        SettleOutcome.Unchanged.class,
                        unchanged -> assertThat(unchanged.why()).contains("this one is running"));
        assertThat(bench.settlement.notCharged("wv_nothing")).isInstanceOf(SettleOutcome.NoSuchTask.class);
        assertThat(bench.status(running)).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void refusesAnIdThatCannotBeOrIsAnotherTasks() {
        bench.running();
        String id = bench.unclear("another");
        assertThat(bench.settlement.bind(id, "  ")).isInstanceOf(SettleOutcome.Unchanged.class);
        assertThat(bench.settlement.bind(id, "x".repeat(201))).isInstanceOf(SettleOutcome.Unchanged.class);
        assertThat(bench.settlement.bind(id, "a-1"))
                .isInstanceOfSatisfying(
                        SettleOutcome.Unchanged.class,
                        unchanged -> assertThat(unchanged.why()).contains("Another task already is a-1"));
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
    }
}
