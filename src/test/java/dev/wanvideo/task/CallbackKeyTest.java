package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.CallbackCheck;
import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a provider is told to call back by, and what a call does. */
final class CallbackKeyTest extends OnRemoteBench {
    private static final String BASE = "https://films.example.com/webhooks/";

    @Test
    void onlyTheHashOfTheKeyIsKept() {
        bench.gateway.callbacks = Optional.of(callbacks());
        String id = bench.running();
        String key = sent(0).substring(BASE.length());
        assertThat(key).hasSizeGreaterThanOrEqualTo(43).matches("[A-Za-z0-9_-]+");
        assertThat(operations().expected(key)).hasValue(new Expected(id, "alpha", Optional.of("a-1")));
        assertThat(bench.row(id).outgoing().body()).doesNotContainKey("callback_url");
        assertThat(stored(id)).doesNotContain(key);
        assertThat(operations().expected(CallbackKey.sha256(key)))
                .as("the hash opens nothing")
                .isEmpty();
        assertThat(operations().expected("")).isEmpty();
    }

    @Test
    void eachSubmissionHasAKeyOfItsOwn() {
        bench.gateway.callbacks = Optional.of(callbacks());
        bench.gateway.answers(
                SubmitOutcome.Refused.of(Category.RATE_LIMITED, "later", 429), ScriptedGateway.accepted("a-1"));
        String id = bench.createAtAlpha("Anna waves");
        bench.step(id);
        bench.clock.move(Duration.ofHours(1));
        bench.step(id);
        assertThat(bench.gateway.bodies).hasSize(2);
        assertThat(sent(0)).isNotEqualTo(sent(1));
        assertThat(operations().expected(sent(0).substring(BASE.length()))).isEmpty();
        assertThat(operations().expected(sent(1).substring(BASE.length()))).isPresent();
    }

    @Test
    void nothingIsPutInWhereNobodyIsToCall() {
        bench.running();
        assertThat(bench.gateway.bodies.get(0)).doesNotContainKey("callback_url");
    }

    @Test
    void aCallHasTheNextLookMadeAtOnce() {
        String id = bench.running();
        putOff(id);
        operations().hasten(id);
        assertThat(operations().figures().dueSteps()).isEqualTo(1);
    }

    @Test
    void aCallAboutAnUnclearSubmissionHasTheListLookedAtOnce() {
        String id = bench.unclear();
        putOff(id);
        assertThat(operations().figures().dueSteps()).isZero();
        operations().hasten(id);
        assertThat(operations().figures().dueSteps()).isEqualTo(1);
        assertThat(bench.status(id)).as("nothing is believed").isEqualTo(TaskStatus.SUBMISSION_UNKNOWN);
    }

    private void putOff(String id) {
        bench.database.write(connection -> Sql.update(
                connection,
                "UPDATE task_step SET execution_time = ? WHERE task_instance = ?",
                bench.clock.instant().plus(Duration.ofHours(1)),
                id));
    }

    private String sent(int submission) {
        return String.valueOf(bench.gateway.bodies.get(submission).get("callback_url"));
    }

    private String stored(String id) {
        return bench.database.read(connection -> Sql.first(
                        connection,
                        "SELECT * FROM video_task WHERE id = ?",
                        row -> {
                            StringBuilder all = new StringBuilder();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                all.append(row.getString(i)).append('\n');
                            }
                            return all.toString();
                        },
                        id)
                .orElseThrow());
    }

    private static Callbacks callbacks() {
        return new Callbacks("callback_url", BASE.substring(0, BASE.length() - 1), "id", CallbackCheck.UNSIGNED);
    }

    private Operations operations() {
        return new Operations(
                bench.database,
                bench.settings,
                List.of(RemoteBench.account("alpha").stepName()),
                () -> {});
    }
}
