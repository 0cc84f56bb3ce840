package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.CallbackCheck;
import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.transport.http.RouteRequest;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import dev.wanvideo.web.CallbackDoor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider calls about a submission of which nobody can tell whether it was taken on. */
final class HintStepTest extends OnRemoteBench {
    private static final String BASE = "https://films.example.com/webhooks";
    private static final Callbacks CALLBACKS = new Callbacks("callback_url", BASE, "id", CallbackCheck.UNSIGNED);

    @BeforeEach
    void expectCalls() {
        bench.gateway.callbacks = Optional.of(CALLBACKS);
        bench.gateway.usually = new PollOutcome.Missing("no such task");
    }

    @Test
    void theTaskThatACallNamesIsTakenWhenTheProviderHasIt() throws Exception {
        String id = bench.unclear();
        assertThat(called(0, "a-1")).isEqualTo(204);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        bench.gateway.shows(RemoteBench.finished());
        assertThat(bench.step(id)).isEqualTo(Next.AT_ONCE);
        assertThat(bench.status(id)).isEqualTo(TaskStatus.RUNNING);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("a-1");
        assertThat(bench.ledger(id)).containsExactly("alpha accepted");
        assertThat(bench.ledger(id, "resolved_by")).hasValue("callback");
        assertThat(bench.gateway.polled).containsExactly("a-1");
        assertThat(bench.gateway.submitted).hasSize(1);
    }

    @Test
    void aCallThatCameBeforeItGotUnclearCountsToo() throws Exception {
        bench.gateway.does((provider, request, film) -> {
            called(0, "a-1");
            return new SubmitOutcome.Unknown("HTTP 500", Optional.of(500));
        });
        String id = bench.createAtAlpha("Anna waves");
        bench.step(id);
        bench.gateway.shows(new PollOutcome.Failed(Category.CONTENT_REFUSED, "no", Charged.NO, ProviderReport.NONE));
        bench.step(id);
        assertThat(bench.task(id).advance().providerTaskId()).hasValue("a-1");
    }

    @Test
    void whatTheProviderDoesNotKnowIsNotBelieved() throws Exception {
        String id = bench.unclear();
        called(0, "forged");
        bench.step(id);
        bench.gateway.shows(new PollOutcome.NoAnswer("HTTP 500", Optional.empty()));
        bench.step(id);
        assertThat(bench.gateway.polled).containsExactly("forged", "forged");
        stillUnclear(id);
    }

    @Test
    void theTaskOfAnotherIsNotTaken() throws Exception {
        bench.gateway.usually = new PollOutcome.Going(ProviderReport.NONE);
        bench.gateway.answers(ScriptedGateway.accepted("a-1"));
        bench.step(bench.createAtAlpha("another film"));
        String id = bench.unclear();
        called(1, "a-1");
        bench.step(id);
        stillUnclear(id);
    }

    @Test
    void twoIdsAreNone() throws Exception {
        bench.gateway.usually = new PollOutcome.Going(ProviderReport.NONE);
        String id = bench.unclear();
        called(0, "forged");
        called(0, "a-1");
        called(0, "a-1");
        bench.step(id);
        assertThat(bench.gateway.polled).isEmpty();
        stillUnclear(id);
    }

    @Test
    void aTaskOfAnotherModelIsNotTaken() throws Exception {
        String id = bench.unclear();
        sql(
                "UPDATE video_task SET outgoing_json = REPLACE(outgoing_json, '\"body\":{', '\"body\":{\"model\":\"ours\",')");
        called(0, "a-1");
        bench.gateway.usually = new PollOutcome.Going(new ProviderReport(
                Optional.of("processing"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("model", "another")));
        bench.step(id);
        assertThat(bench.gateway.polled).containsExactly("a-1");
        stillUnclear(id);
    }

    @Test
    void aCallAboutAnEarlierSubmissionSaysNothingOfTheNext() throws Exception {
        bench.gateway.answers(
                SubmitOutcome.Refused.of(Category.RATE_LIMITED, "later", 429),
                new SubmitOutcome.Unknown("HTTP 500", Optional.of(500)));
        String id = bench.createAtAlpha("Anna waves");
        bench.step(id);
        bench.step(id);
        assertThat(called(0, "a-1")).isEqualTo(404);
        bench.step(id);
        assertThat(bench.gateway.polled).isEmpty();
        stillUnclear(id);
    }

    private void stillUnclear(String id) {
        assertThat(bench.status(id)).isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
        assertThat(bench.ledger(id))
                .containsExactlyElementsOf(
                        bench.row(id).attempt() == 1
                                ? List.of("alpha unknown")
                                : List.of("alpha refused", "alpha unknown"));
    }

    /** The status that a call to the secret address of that submission gets. */
    private int called(int submission, String theirs) {
        String key = String.valueOf(bench.gateway.bodies.get(submission).get("callback_url"))
                .substring(BASE.length() + 1);
        Operations operations = new Operations(
                bench.database,
                bench.settings,
                List.of(RemoteBench.account("alpha").stepName()),
                () -> {});
        CallbackDoor door = new CallbackDoor(
                () -> Optional.of(operations), provider -> Optional.of(CALLBACKS), bench.clock, outcome -> {});
        byte[] body = ("{\"id\":\"" + theirs + "\",\"status\":\"completed\"}").getBytes(StandardCharsets.UTF_8);
        return door.route()
                .handler()
                .handle(new RouteRequest(key, Map.of(), body))
                .status();
    }

    private void sql(String statement) {
        bench.database.write(Hold.NOTHING, connection -> Sql.update(connection, statement));
    }
}
