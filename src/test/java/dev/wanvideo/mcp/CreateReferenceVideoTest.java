package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.CreateOutcome;
import dev.wanvideo.task.NewTask;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.video.Wan27;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class CreateReferenceVideoTest {
    private static final String NOTHING = "Nothing was submitted or charged.";

    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();
    private Bench bench;

    @BeforeEach
    void setUp() {
        bench = Bench.in(folder, tasks);
    }

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
        Bench unopened = Bench.in(folder, () -> {
            opened.incrementAndGet();
            return tasks;
        });
        unopened.call(CREATE_REFERENCE_VIDEO, unopened.film("'dry_run':'true'"));
        assertThat(opened).hasValue(0);
    }

    @Test
    void equalRequestsAreKnownAsEqualWhateverTheirSpelling() {
        create(bench.film("'duration':'5','resolution':'720P','negative_prompt':''"));
        Answer again = create(bench.film("'aspect_ratio':'16x9','wait_seconds':0,'max_cost_usd':3"));
        assertThat(Bench.facts(again).get("task_id").asString()).isEqualTo("task-1");
        assertThat(Bench.facts(again).get("warnings").toString()).contains("already being made");
        assertThat(tasks.wanted.get(0).requestSha()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'duration':6",
                "'resolution':'1080p'",
                "'aspect_ratio':'1:1'",
                "'seed':1",
                "'audio':true",
                "'negative_prompt':'rain'",
                "'provider':'preview'",
                "'shot_type':'multi'",
                "'watermark':true",
                "'prompt_expansion':false",
                "'fix_media':true"
            })
    void everyArgumentThatChangesTheFilmMakesAnotherRequest(String argument) {
        create(bench.film(""));
        create(bench.film(argument));
        assertThat(tasks.wanted.get(0).requestSha())
                .isNotEqualTo(tasks.wanted.get(1).requestSha());
    }

    @Test
    void theSameRequestIdWithAnotherRequestIsRefused() {
        create(bench.film("'request_id':'r'"));
        Answer answer = create(bench.film("'request_id':'r','duration':6"));
        assertThat(category(answer)).isEqualTo("invalid_request");
        assertThat(answer.text()).contains(NOTHING);
    }

    @Test
    void anOrderThatIsRepeatedWhenItsOwnPriceHasUsedUpTheBudgetIsStillThatTask() {
        Catalogue dear = new Catalogue(List.of(new DearProvider()));
        ProviderSettings keyed =
                new ProviderSettings(Map.of("dear", "secret"), Optional.empty(), List.of(), Optional.empty(), Map.of());
        Bench before = Bench.with(BigDecimal.ONE, folder, tasks, dear, keyed);
        Bench after = Bench.with(BigDecimal.ZERO, folder, tasks, dear, keyed);
        String order = before.film("'request_id':'r1','duration':10");
        before.call(CREATE_REFERENCE_VIDEO, order);

        Answer repeated = after.call(CREATE_REFERENCE_VIDEO, order);
        assertThat(repeated.error()).isFalse();
        assertThat(Bench.facts(repeated).get("task_id").asString()).isEqualTo("task-1");
        assertThat(repeated.text()).doesNotContain(NOTHING);
        assertThat(category(after.call(CREATE_REFERENCE_VIDEO, before.film("'request_id':'r2','duration':9"))))
                .isEqualTo("over_budget");
        assertThat(category(after.call(CREATE_REFERENCE_VIDEO, before.film("'dry_run':true,'duration':10"))))
                .isEqualTo("over_budget");
        assertThat(tasks.wanted).hasSize(1);
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
    void saysAllThatIsWrongAtOnceWhoeverFindsIt() {
        Answer answer = create(
                "{\"prompt\":\"Image 3 dances\",\"references\":[{\"image\":\"" + folder.resolve("gone.png")
                        + "\"},{\"image\":\"http://127.0.0.1/a.png\",\"voice\":\"" + bench.picture("v.mp3")
                        + "\"}],\"start_image\":\"/etc/passwd\",\"duration\":99,\"seed\":-1,\"audio\":\"loud\",\"colour\":1}");
        assertThat(Bench.facts(answer)
                        .at("/error/violations")
                        .valueStream()
                        .map(v -> v.get("field").asString()))
                .contains(
                        "prompt",
                        "references[0].image",
                        "references[1].image",
                        "references[1].voice",
                        "start_image",
                        "duration",
                        "seed",
                        "audio",
                        "colour")
                .doesNotHaveDuplicates();
        assertThat(answer.text()).contains(NOTHING, "duration is 99; allowed: 2-15");
        assertThat(tasks.wanted).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamedWithTheWayItWasWritten() {
        Answer answer = create("{\"prompt\":\"x\",\"references\":[\"nowhere.png\"]}");
        assertThat(category(answer)).isEqualTo("not_found");
        assertThat(answer.text()).contains("references[0].image is nowhere.png").doesNotContain(folder.toString());
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefused() throws Exception {
        Path lie = Files.writeString(folder.resolve("lie.png"), "<html>no picture</html>");
        Answer answer = create("{\"prompt\":\"x\",\"references\":[\"" + lie + "\"]}");
        assertThat(answer.error()).isTrue();
        assertThat(answer.text()).contains("references[0].image", NOTHING);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "prompt, 5001",
        "negative_prompt, 501",
    })
    void refusesTextsPastTheirLimit(String field, int length) {
        String text = "\ud83d\ude00".repeat(length);
        Answer answer = create(argument(field, "\"" + text + "\""));
        assertThat(violated(answer)).containsExactly(field);
        assertThat(answer.text()).contains(length + " characters");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"prompt, 1", "prompt, 5000", "negative_prompt, 500"})
    void takesTextsUpToTheirLimitCountedInCodePoints(String field, int length) {
        String text = "\ud83d\ude00".repeat(length);
        assertThat(create(argument(field, "\"" + text + "\"")).error()).isFalse();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"duration, 2", "duration, 15", "seed, 0", "seed, 2147483647", "wait_seconds, 0", "max_cost_usd, 0"})
    void takesNumbersUpToTheirLimits(String field, String value) {
        assertThat(create(argument(field, value)).error()).isFalse();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "duration, 1",
        "duration, 16",
        "seed, -1",
        "seed, 2147483648",
        "wait_seconds, -1",
        "wait_seconds, 46",
        "max_cost_usd, -0.01"
    })
    void refusesNumbersPastTheirLimits(String field, String value) {
        Answer answer = create(argument(field, value));
        assertThat(violated(answer)).containsExactly(field);
        assertThat(answer.text()).contains(field + " is " + value, NOTHING);
    }

    @Test
    void theLimitsInTheseTestsAreThoseOfTheModel() {
        assertThat(Wan27.PROMPT.max()).isEqualTo(5000);
        assertThat(Wan27.NEGATIVE_PROMPT.max()).isEqualTo(500);
        assertThat(Wan27.DURATION.min()).isEqualTo(2);
        assertThat(Wan27.DURATION.max()).isEqualTo(15);
        assertThat(Wan27.SEED.max()).isEqualTo(2_147_483_647L);
        assertThat(Wan27.REFERENCES.max()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0} references")
    @CsvSource({"1, false", "5, false", "0, true", "6, true", "60, true"})
    void takesOneToFiveReferences(int count, boolean refused) {
        String cast = IntStream.range(0, count)
                .mapToObj(i -> "\"" + bench.picture("p" + i % 6 + ".png") + "\"")
                .collect(Collectors.joining(","));
        Answer answer = create("{\"prompt\":\"x\",\"dry_run\":true,\"references\":[" + cast + "]}");
        assertThat(answer.error()).isEqualTo(refused);
        if (refused) {
            assertThat(violated(answer)).containsExactly("references");
            assertThat(answer.text()).contains("references is " + count + " given; allowed: 1-5");
        }
    }

    @Test
    void aFilmWithAClipIsHeldToTheShorterLength() {
        Answer answer = create("{\"prompt\":\"x\",\"references\":[{\"video\":\"gone.mp4\"}],\"duration\":11}");
        assertThat(violated(answer)).contains("duration");
        assertThat(answer.text()).contains("2-10 whole seconds when a reference is a video");
    }

    @Test
    void refusesAnUnknownProviderWithThoseThereAre() {
        Answer answer = create(bench.film("'provider':'nobody'"));
        assertThat(answer.error()).isTrue();
        assertThat(answer.text()).contains("nobody", "preview", NOTHING);
    }

    @Test
    void aStoreThatCannotBeUsedIsSaidInItsOwnWords() {
        Bench broken = Bench.in(folder, () -> {
            throw new StoreUnavailable("The data folder cannot be written; set WAN_VIDEO_HOME.");
        });
        Answer answer = broken.call(CREATE_REFERENCE_VIDEO, broken.film(""));
        assertThat(category(answer)).isEqualTo("unavailable");
        assertThat(answer.text()).contains("set WAN_VIDEO_HOME. " + NOTHING);
    }

    @Test
    void aFaultOfOursIsAdmittedWithoutItsInnards() {
        Bench broken = Bench.in(folder, () -> {
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

    private Answer create(String arguments) {
        return bench.call(CREATE_REFERENCE_VIDEO, arguments);
    }

    private String argument(String field, String value) {
        String cast = "\"references\":[\"" + bench.picture("anna.png") + "\"]";
        String prompt = field.equals("prompt") ? "" : ",\"prompt\":\"x\"";
        return "{" + cast + prompt + ",\"" + field + "\":" + value + "}";
    }

    private static String category(Answer answer) {
        assertThat(answer.error()).isTrue();
        return Bench.facts(answer).at("/error/category").asString();
    }

    private static List<String> violated(Answer answer) {
        return Bench.facts(answer)
                .at("/error/violations")
                .valueStream()
                .map(violation -> violation.get("field").asString())
                .toList();
    }
}
