package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.task.CreateOutcome;
import dev.wanvideo.task.NewTask;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.video.Wan27;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class CreateReferenceVideoTest extends OnBench {
    private static final String NOTHING = "Nothing was submitted or charged.";

    @Test
    void answersAtOnceWithATaskIdAndSaysHowToGoOn() {
        Answer answer = create(bench.film(""));
        JsonNode facts = Bench.facts(answer);
        assertThat(answer.error()).isFalse();
        assertThat(facts.get("task_id").asString()).isEqualTo("task-1");
        assertThat(facts.get("status").asString()).isEqualTo("queued");
        assertThat(facts.get("provider").asString()).isEqualTo("preview");
        assertThat(facts.get("progress").asInt()).isZero();
        assertThat(facts.get("cost").get("quoted_usd_high").asInt()).isZero();
        assertThat(facts.get("cost").get("charged").asString()).isEqualTo("no");
        assertThat(facts.get("created_at").asString()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(facts.get("next_step").asString()).contains("get_task", "task-1", "do not call");
        assertThat(answer.text()).contains("task-1", "queued", "preview", "free");
    }

    @Test
    void drawsASeedAndTellsItAndSendsIt() {
        JsonNode facts = Bench.facts(create(bench.film("")));
        NewTask made = tasks.wanted.get(0);
        long seed = made.request().seed().orElseThrow();
        assertThat(seed).isBetween(Wan27.SEED.min(), Wan27.SEED.max());
        assertThat(facts.get("seed").asLong()).isEqualTo(seed);
        assertThat(made.plan().request().body()).containsEntry("seed", seed);
    }

    @Test
    void keepsTheSeedThatWasGiven() {
        assertThat(Bench.facts(create(bench.film("'seed':0"))).get("seed").asLong())
                .isZero();
    }

    @Test
    void tellsWhoWasConsideredOnlyWhenTheChoiceWasOurs() {
        assertThat(Bench.facts(create(bench.film("")))
                        .at("/plan/considered/0/provider")
                        .asString())
                .isEqualTo("preview");
        assertThat(Bench.facts(create(bench.film("'provider':'preview','seed':5")))
                        .has("plan"))
                .isFalse();
    }

    @Test
    void aDryRunShowsTheExactRequestAndThePriceAndStoresNothing() {
        Answer answer = create(bench.film("'dry_run':true,'seed':9,'duration':7"));
        JsonNode facts = Bench.facts(answer);
        assertThat(tasks.wanted).isEmpty();
        assertThat(answer.error()).isFalse();
        assertThat(answer.text()).contains(NOTHING, "free", "LOCAL preview:render", "\"seed\":9");
        assertThat(facts.has("task_id")).isFalse();
        assertThat(facts.at("/plan/request/body/duration").asInt()).isEqualTo(7);
        assertThat(facts.at("/plan/request/body/seed").asInt()).isEqualTo(9);
        assertThat(facts.at("/plan/considered/0/taken").asBoolean()).isTrue();
        assertThat(facts.at("/cost/charged").asString()).isEqualTo("no");
        assertThat(facts.get("next_step").asString()).contains("without dry_run");
    }

    @Test
    void aDryRunDoesNotOpenTheStore() {
        AtomicInteger opened = new AtomicInteger();
        Bench unopened = Bench.in(folder, principal -> {
            opened.incrementAndGet();
            return tasks;
        });
        unopened.call(CREATE_REFERENCE_VIDEO, unopened.film("'dry_run':'true'"));
        assertThat(opened).hasValue(0);
    }

    @Test
    void waitsWhenAskedTo() throws Exception {
        Thread renderer = new Thread(() -> {
            try {
                tasks.someoneWaits.await();
                tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.empty());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        renderer.start();
        JsonNode facts = Bench.facts(create(bench.film("'wait_seconds':45")));
        renderer.join();
        assertThat(facts.get("status").asString()).isEqualTo("succeeded");
        assertThat(facts.at("/video/path").asString()).endsWith("film.mp4");
    }

    @Test
    void aWaitThatIsCutOffStillTellsTheTaskId() throws Exception {
        Thread client = Thread.currentThread();
        Thread canceller = new Thread(() -> {
            try {
                tasks.someoneWaits.await();
                client.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        canceller.start();
        Answer answer = create(bench.film("'wait_seconds':45"));
        assertThat(Thread.interrupted()).isTrue();
        canceller.join();
        assertThat(Bench.facts(answer).get("task_id").asString()).isEqualTo("task-1");
    }

    @Test
    void aStoreThatCannotBeUsedIsSaidInItsOwnWords() {
        Bench broken = Bench.in(folder, principal -> {
            throw new StoreUnavailable("The data folder cannot be written; set WAN_VIDEO_HOME.");
        });
        Answer answer = broken.call(CREATE_REFERENCE_VIDEO, broken.film(""));
        assertThat(category(answer)).isEqualTo("unavailable");
        assertThat(answer.text()).contains("set WAN_VIDEO_HOME. " + NOTHING);
    }

    @Test
    void aFaultOfOursIsAdmittedWithoutItsInnards() {
        Bench broken = Bench.in(folder, principal -> {
            throw new IllegalStateException("dev.wanvideo.Secret at /home/x");
        });
        Answer answer = broken.call(CREATE_REFERENCE_VIDEO, broken.film(""));
        assertThat(category(answer)).isEqualTo("protocol");
        assertThat(answer.text()).contains(NOTHING).doesNotContain("Secret", "/home/x");
    }

    @Test
    void promisesNothingWhenStoringTheTaskFailed() {
        Bench broken = Bench.in(folder, new FakeTasks() {
            @Override
            public CreateOutcome create(NewTask asked) {
                throw new IllegalStateException("disk");
            }
        });
        Answer answer = broken.call(CREATE_REFERENCE_VIDEO, broken.film(""));
        assertThat(category(answer)).isEqualTo("outcome_unknown");
        assertThat(Bench.facts(answer).at("/cost/charged").asString()).isEqualTo("unknown");
        assertThat(answer.text()).contains("list_tasks").doesNotContain(NOTHING);
    }
}
