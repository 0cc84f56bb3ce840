package dev.wanvideo.mcp;

import static dev.wanvideo.mcp.ToolName.CANCEL_TASK;
import static dev.wanvideo.mcp.ToolName.CREATE_REFERENCE_VIDEO;
import static dev.wanvideo.mcp.ToolName.GET_TASK;
import static dev.wanvideo.mcp.ToolName.LIST_TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.task.Outcome;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.video.Category;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code get_task}, {@code list_tasks} and {@code cancel_task} on tasks in memory. */
final class TaskToolsTest {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};

    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();
    private Bench bench;

    @BeforeEach
    void makeOneTask() {
        bench = Bench.in(folder, tasks);
        bench.call(CREATE_REFERENCE_VIDEO, bench.film("'seed':5"));
    }

    @Test
    void aFinishedFilmComesWithItsPathAndAPictureToLookAt() throws Exception {
        Path sheet = Files.write(folder.resolve("film.jpg"), JPEG);
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.of(sheet));
        Answer answer = bench.call(GET_TASK, "{\"task_id\":\"task-1\"}");
        JsonNode facts = Bench.facts(answer);
        assertThat(facts.get("status").asString()).isEqualTo("succeeded");
        assertThat(facts.at("/video/path").asString())
                .isEqualTo(folder.resolve("film.mp4").toString());
        assertThat(facts.at("/video/sheet_path").asString()).isEqualTo(sheet.toString());
        assertThat(facts.at("/video/width").asInt()).isEqualTo(640);
        assertThat(facts.at("/video/duration_seconds").asDouble()).isEqualTo(5.0);
        assertThat(facts.at("/video/bytes").asLong()).isEqualTo(123_456);
        assertThat(facts.has("eta_seconds")).isFalse();
        assertThat(answer.text()).contains(folder.resolve("film.mp4").toString(), sheet.toString(), "640x360, 5.0 s");
        assertThat(answer.picture().map(Base64.getDecoder()::decode)).contains(JPEG);
        assertThat(facts.toString())
                .as("no picture in structuredContent")
                .doesNotContain(answer.picture().get());
    }

    @Test
    void aPreviewSaysWhatItIsHowLargeAndHowToGetTheRealFilm() {
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.empty());
        Answer answer = bench.call(GET_TASK, "{\"task_id\":\"task-1\"}");
        assertThat(answer.text()).contains("PREVIEW", "640x360", "not the WAN 2.7 film", "list_providers");
        assertThat(Bench.facts(answer).get("next_step").asString()).contains("PREVIEW", "640x360");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "NONE"})
    void leavesThePictureOutWhenToldTo(String sheet) throws Exception {
        Path jpeg = Files.write(folder.resolve("film.jpg"), JPEG);
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.of(jpeg));
        Answer answer = bench.call(GET_TASK, "{\"task_id\":\"task-1\",\"sheet\":\"" + sheet + "\"}");
        assertThat(answer.picture()).isEmpty();
        assertThat(answer.text()).contains(jpeg.toString());
    }

    @Test
    void aSheetThatIsGoneOrTooLargeIsLeftOut() throws Exception {
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.of(folder.resolve("gone.jpg")));
        assertThat(bench.call(GET_TASK, "{\"task_id\":\"task-1\"}").picture()).isEmpty();
        Path large = Files.write(folder.resolve("large.jpg"), new byte[Limits.INLINE_PICTURE_BYTES + 1]);
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.of(large));
        assertThat(bench.call(GET_TASK, "{\"task_id\":\"task-1\"}").picture()).isEmpty();
    }

    @Test
    void waitsUntilTheFilmIsFinished() throws Exception {
        CompletableFuture<Answer> call = CompletableFuture.supplyAsync(
                () -> bench.call(GET_TASK, "{\"task_id\":\"task-1\",\"wait_seconds\":45}"));
        tasks.someoneWaits.await();
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.empty());
        assertThat(Bench.facts(call.get()).get("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void tellsEveryChangeWithNumbersThatOnlyRise() throws Exception {
        List<Double> numbers = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        ProgressFeed feed = ProgressFeed.to((number, message) -> {
            numbers.add(number);
            messages.add(message);
            if (message.startsWith("running")) {
                tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.empty());
            }
        });
        CompletableFuture<Answer> call =
                CompletableFuture.supplyAsync(() -> bench.call(GET_TASK, "{\"task_id\":\"task-1\"}", feed));
        tasks.someoneWaits.await();
        tasks.runs("task-1", 40);
        call.get();
        assertThat(messages).contains("queued at preview, 0 %", "running at preview, 40 %, about 12 s left");
        assertThat(numbers)
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(number).isBetween(0.0, ProgressFeed.TOTAL));
    }

    @Test
    void neverKeepsAListeningClientWithoutASignForFiveSeconds() {
        List<Duration> turns = new ArrayList<>();
        FakeTasks still = new FakeTasks() {
            @Override
            public Optional<Task> await(String id, Duration limit, Consumer<Task> onChange) {
                turns.add(limit);
                return find(id);
            }
        };
        Bench quiet = Bench.in(folder, still);
        quiet.call(CREATE_REFERENCE_VIDEO, quiet.film(""));
        List<Double> numbers = new ArrayList<>();
        quiet.call(
                GET_TASK,
                "{\"task_id\":\"task-1\",\"wait_seconds\":\"45\"}",
                ProgressFeed.to((number, message) -> numbers.add(number)));
        assertThat(turns).allSatisfy(turn -> assertThat(turn).isLessThanOrEqualTo(Duration.ofSeconds(5)));
        assertThat(turns.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(45));
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(turns.size()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void waitsInOneGoWhenNobodyListens() {
        List<Duration> turns = new ArrayList<>();
        FakeTasks still = new FakeTasks() {
            @Override
            public Optional<Task> await(String id, Duration limit, Consumer<Task> onChange) {
                turns.add(limit);
                return find(id);
            }
        };
        Bench quiet = Bench.in(folder, still);
        quiet.call(CREATE_REFERENCE_VIDEO, quiet.film(""));
        quiet.call(GET_TASK, "{\"task_id\":\"task-1\"}");
        quiet.call(GET_TASK, "{\"task_id\":\"task-1\",\"wait_seconds\":0}");
        assertThat(turns).containsExactly(Duration.ofSeconds(45));
    }

    @Test
    void aCancelledWaitEndsAtOnceAndSaysThatTheFilmGoesOn() throws Exception {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread client =
                new Thread(() -> answer.complete(bench.call(GET_TASK, "{\"task_id\":\"task-1\",\"wait_seconds\":45}")));
        client.start();
        tasks.someoneWaits.await();
        client.interrupt();
        assertThat(answer.get().error()).isTrue();
        assertThat(answer.get().text()).contains("goes on");
        client.join();
    }

    @Test
    void aFailedFilmSaysWhyAndWhatItCost() {
        tasks.fails("task-1", Category.CONTENT_REFUSED, "The provider refused the prompt.");
        Answer answer = bench.call(GET_TASK, "{\"task_id\":\"task-1\"}");
        assertThat(answer.error()).as("the call itself did what was asked").isFalse();
        assertThat(Bench.facts(answer).at("/error/category").asString()).isEqualTo("content_refused");
        assertThat(answer.text())
                .contains("The provider refused the prompt.", "Nothing was charged.", "Change the prompt");
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void everyStatusHasAnAnswerAndANextStep(TaskStatus status) {
        tasks.become("task-1", status, 10, new Outcome(Optional.empty(), Optional.empty()));
        Answer answer = bench.call(GET_TASK, "{\"task_id\":\"task-1\",\"wait_seconds\":0}");
        assertThat(Bench.facts(answer).get("status").asString()).isEqualTo(status.word());
        assertThat(answer.text()).contains(status.word(), "p-1 (BUSY)");
    }

    @Test
    void anUnclearSubmissionIsNotToBeRepeated() {
        tasks.become("task-1", TaskStatus.SUBMISSION_UNKNOWN, 0, new Outcome(Optional.empty(), Optional.empty()));
        assertThat(bench.call(GET_TASK, "{\"task_id\":\"task-1\",\"wait_seconds\":0}")
                        .text())
                .contains("Do not submit it again", "wan-video-mcp resolve task-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = ToolName.class,
            names = {"GET_TASK", "CANCEL_TASK"})
    void anUnknownTaskIsNotFound(ToolName tool) {
        Answer answer = bench.call(tool, "{\"task_id\":\"nowhere\"}");
        assertThat(answer.error()).isTrue();
        assertThat(Bench.facts(answer).at("/error/category").asString()).isEqualTo("not_found");
        assertThat(answer.text()).contains("nowhere", "Nothing was submitted or charged.", "list_tasks");
    }

    @ParameterizedTest
    @EnumSource(
            value = ToolName.class,
            names = {"GET_TASK", "CANCEL_TASK"})
    void aMissingOrForeignArgumentIsNamed(ToolName tool) {
        assertThat(bench.call(tool, "{}").text()).contains("task_id is missing");
        assertThat(bench.call(tool, "{\"task_id\":\"\"}").text()).contains("task_id is missing");
        assertThat(bench.call(tool, "{\"task_id\":7}").text()).contains("task_id is 7");
        assertThat(bench.call(tool, "{\"taskId\":\"task-1\",\"task_id\":\"task-1\"}")
                        .text())
                .contains("did you mean task_id?");
    }

    @Test
    void getTaskHoldsItsOtherArgumentsToTheirLimits() {
        assertThat(bench.call(GET_TASK, "{\"task_id\":\"task-1\",\"wait_seconds\":46}")
                        .text())
                .contains("wait_seconds is 46; allowed: 0-45");
        assertThat(bench.call(GET_TASK, "{\"task_id\":\"task-1\",\"sheet\":\"big\"}")
                        .text())
                .contains("sheet is big; allowed: inline, none");
    }

    @Test
    void cancellingTellsHonestlyWhatHappened() {
        Answer stopped = bench.call(CANCEL_TASK, "{\"task_id\":\" task-1 \"}");
        assertThat(Bench.facts(stopped).get("status").asString()).isEqualTo("cancelled");
        assertThat(stopped.text()).contains("The film was stopped.");
        Answer late = bench.call(CANCEL_TASK, "{\"task_id\":\"task-1\"}");
        assertThat(late.error()).isFalse();
        assertThat(late.text()).contains("already finished");
        assertThat(Bench.facts(late).get("warnings").toString()).contains("already finished");
    }

    @Test
    void listsNewestFirstWithPromptAndPath() {
        bench.call(CREATE_REFERENCE_VIDEO, bench.film("'duration':9"));
        tasks.succeeds("task-2", folder.resolve("film.mp4"), Optional.empty());
        Answer answer = bench.call(LIST_TASKS, "{}");
        JsonNode listed = Bench.facts(answer).get("tasks");
        assertThat(listed.valueStream().map(task -> task.get("task_id").asString()))
                .containsExactly("task-2", "task-1");
        assertThat(listed.get(0).get("path").asString())
                .isEqualTo(folder.resolve("film.mp4").toString());
        assertThat(listed.get(1).has("path")).isFalse();
        assertThat(listed.get(1).get("prompt").asString()).isEqualTo("@anna dances");
        assertThat(answer.text()).contains("task-1: queued at preview", "\"@anna dances\"");
    }

    @Test
    void listsOnlyWhatWasAskedFor() {
        bench.call(CREATE_REFERENCE_VIDEO, bench.film("'duration':9"));
        tasks.runs("task-2", 5);
        assertThat(Bench.facts(bench.call(LIST_TASKS, "{\"status\":\"RUNNING\"}"))
                        .get("tasks"))
                .hasSize(1);
        assertThat(Bench.facts(bench.call(LIST_TASKS, "{\"limit\":\"1\"}")).get("tasks"))
                .hasSize(1);
        assertThat(Bench.facts(bench.call(LIST_TASKS, "{\"limit\":100,\"status\":\"\"}"))
                        .get("tasks"))
                .hasSize(2);
        Answer none = bench.call(LIST_TASKS, "{\"status\":\"failed\"}");
        assertThat(none.text()).contains("No such tasks", "create_reference_video");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"limit\":0}", "{\"limit\":101}", "{\"limit\":\"all\"}"})
    void listTasksHoldsItsLimitToItsLimits(String arguments) {
        assertThat(bench.call(LIST_TASKS, arguments).text()).contains("allowed: 1-100");
    }

    @Test
    void listTasksNamesTheStatesThereAre() {
        assertThat(bench.call(LIST_TASKS, "{\"status\":\"done\"}").text())
                .contains("status is done; allowed: queued, preparing")
                .contains("submission_unknown");
    }

    @ParameterizedTest
    @EnumSource(
            value = ToolName.class,
            names = {"GET_TASK", "CANCEL_TASK", "LIST_TASKS"})
    void aStoreThatCannotBeUsedIsSaidInItsOwnWords(ToolName tool) {
        Bench broken = Bench.in(folder, principal -> {
            throw new StoreUnavailable("The data folder cannot be written; set WAN_VIDEO_HOME.");
        });
        Answer answer = broken.call(tool, tool == LIST_TASKS ? "{}" : "{\"task_id\":\"task-1\"}");
        assertThat(Bench.facts(answer).at("/error/category").asString()).isEqualTo("unavailable");
        assertThat(answer.text())
                .contains("set WAN_VIDEO_HOME. This call cost nothing, and the films stand as they stood.");
        assertThat(Bench.facts(answer).has("cost")).isFalse();
    }
}
