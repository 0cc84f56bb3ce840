package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.task.Outcome;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.video.Category;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Films for clients that follow tasks themselves. */
final class RunningTasksTest {
    private static final String FOLLOWS = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";
    private static final String FIRST = "'taskId':'task-1'";

    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();
    private Bench bench = Bench.in(Path.of("."), tasks);
    private Desk desk = Desk.at(bench, FOLLOWS);

    @BeforeEach
    void open() {
        bench = Bench.in(folder, tasks);
        desk = Desk.at(bench, FOLLOWS);
    }

    @Test
    void aFilmIsAnsweredByItsTaskAsSoonAsItsRowIsThere() throws Exception {
        JsonNode begun = create("'wait_seconds':45");
        assertThat(begun.propertyNames())
                .containsExactly(
                        "resultType",
                        "taskId",
                        "status",
                        "statusMessage",
                        "createdAt",
                        "lastUpdatedAt",
                        "ttlMs",
                        "pollIntervalMs");
        assertThat(begun.path("resultType").asString()).isEqualTo("task");
        assertThat(begun.path("status").asString()).isEqualTo("working");
        assertThat(begun.path("ttlMs").isNull()).isTrue();
        assertThat(begun.path("pollIntervalMs").asInt()).isBetween(1000, 5000);
        assertThat(tasks.find(begun.path("taskId").asString())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'extensions':{}}", "{'extensions':{'io.modelcontextprotocol/ui':{}}}"})
    void whoDoesNotFollowTasksNeverGetsOne(String capabilities) throws Exception {
        JsonNode answer = desk.with(capabilities).call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""), "");
        assertThat(answer.path("taskId").isMissingNode()).isTrue();
        assertThat(answer.at("/structuredContent/task_id").asString()).isEqualTo("task-1");
        for (String method : new String[] {"tasks/get", "tasks/update", "tasks/cancel"}) {
            ProtocolError error = desk.with(capabilities).refusal(method, FIRST);
            assertThat(error.code()).isEqualTo(-32021);
            assertThat(new JsonMapper().writeValueAsString(error.error().get("data")))
                    .isEqualTo("{\"requiredCapabilities\":{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'dry_run':true", "'duration':99"})
    void whatOrdersNoFilmIsAnsweredAtOnce(String more) throws Exception {
        JsonNode answer = create(more);
        assertThat(answer.path("content").isArray()).isTrue();
        assertThat(answer.has("taskId")).isFalse();
    }

    @Test
    void theSameFilmIsTheSameTaskAndAFinishedOneIsAnsweredAtOnce() throws Exception {
        String named = "'request_id':'mine'";
        assertThat(create(named).path("taskId").asString()).isEqualTo("task-1");
        assertThat(create(named).path("taskId").asString()).isEqualTo("task-1");
        tasks.fails("task-1", Category.UNAVAILABLE, "gone");
        assertThat(create(named).path("content").isArray()).isTrue();
    }

    /** As a task it would pass for a new film, and who cancels that would cancel the old one. */
    @Test
    void aFilmThatWasThereUnnamedIsToldAsSuch() throws Exception {
        assertThat(create("").path("taskId").asString()).isEqualTo("task-1");
        JsonNode again = create("");
        assertThat(again.has("taskId")).isFalse();
        assertThat(again.at("/structuredContent/task_id").asString()).isEqualTo("task-1");
        assertThat(again.at("/structuredContent/warnings").toString()).contains("already being made");
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void everyStatusHasItsWord(TaskStatus status) throws Exception {
        create("");
        tasks.become("task-1", status, 10, new Outcome(Optional.empty(), Optional.empty()));
        JsonNode told = desk.ask("tasks/get", FIRST);
        String word = switch (status) {
            case SUCCEEDED, FAILED -> "completed";
            case CANCELLED -> "cancelled";
            default -> "working";
        };
        assertThat(told.path("status").asString()).isEqualTo(word);
        assertThat(told.has("result")).isEqualTo(word.equals("completed"));
        assertThat(told.path("statusMessage").asString()).contains(status.word());
        assertThat(told.has("requestState") || told.has("error")).isFalse();
    }

    @Test
    void atTheEndTheResultIsTheToolsOwn() throws Exception {
        create("");
        Path sheet = Files.write(folder.resolve("film.jpg"), new byte[] {1, 2, 3});
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.of(sheet));
        JsonNode result = desk.ask("tasks/get", FIRST).path("result");
        JsonNode expected = desk.with("{}").call(ToolName.GET_TASK, "{\"task_id\":\"task-1\"}", "");
        assertThat(result.path("resultType").asString()).isEqualTo("complete");
        assertThat(result.path("content")).isEqualTo(expected.path("content"));
        assertThat(result.path("structuredContent")).isEqualTo(expected.path("structuredContent"));
        assertThat(result.path("isError").asBoolean(true)).isFalse();
    }

    @Test
    void aFilmThatFailedIsAnErrorOfItsCallAndNotOfTheProtocol() throws Exception {
        create("");
        tasks.fails("task-1", Category.CONTENT_REFUSED, "The provider refused the prompt.");
        JsonNode told = desk.ask("tasks/get", FIRST);
        assertThat(told.path("status").asString()).isEqualTo("completed");
        assertThat(told.at("/result/isError").asBoolean()).isTrue();
        assertThat(told.at("/result/structuredContent/error/category").asString())
                .isEqualTo("content_refused");
    }

    @Test
    void anUnclearSubmissionSaysWhoCanSettleIt() throws Exception {
        create("");
        tasks.become("task-1", TaskStatus.SUBMISSION_UNKNOWN, 0, new Outcome(Optional.empty(), Optional.empty()));
        assertThat(desk.ask("tasks/get", FIRST).path("statusMessage").asString())
                .contains("Do not submit it again", "wan-video-mcp resolve task-1");
    }

    @Test
    void cancellingStopsTheFilmAndIsAcknowledgedEvenTwice() throws Exception {
        create("");
        assertThat(desk.ask("tasks/cancel", FIRST)).isEmpty();
        assertThat(desk.ask("tasks/get", FIRST).path("status").asString()).isEqualTo("cancelled");
        assertThat(desk.ask("tasks/cancel", FIRST)).isEmpty();
    }

    @Test
    void answersToQuestionsThatNobodyAskedAreTakenAndIgnored() throws Exception {
        create("");
        assertThat(desk.ask("tasks/update", FIRST + ",'inputResponses':{'x':{}}"))
                .isEmpty();
        assertThat(desk.refusal("tasks/update", FIRST).code()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks/get", "tasks/update", "tasks/cancel"})
    void aTaskThatIsNotThereIsAnError(String method) {
        assertThat(desk.refusal(method, "'taskId':'nobody','inputResponses':{}").code())
                .isEqualTo(-32602);
        assertThat(desk.refusal(method, "").code()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks/result", "tasks/list"})
    void knowsNoMethodOfEarlierTasks(String method) {
        assertThat(desk.refusal(method, FIRST).code()).isEqualTo(-32601);
    }

    @Test
    void listenersAreToldHowTheTaskStandsWithItsResult() throws Exception {
        create("");
        Thread listener = new Thread(() -> listen("'notifications':{'taskIds':['task-1','nobody']}"));
        listener.start();
        assertThat(desk.next().at("/params/notifications").toString()).isEqualTo("{\"taskIds\":[\"task-1\"]}");
        tasks.runs("task-1", 40);
        JsonNode running = desk.next();
        assertThat(running.path("method").asString()).isEqualTo("notifications/tasks");
        assertThat(running.at("/params/status").asString()).isEqualTo("working");
        assertThat(running.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                        .asInt())
                .isEqualTo(1);
        tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.empty());
        assertThat(desk.next().at("/params/result/content").isArray()).isTrue();
        listener.interrupt();
        listener.join();
    }

    @Test
    void whoListensToAFinishedTaskIsToldSoAtOnce() throws Exception {
        create("");
        tasks.fails("task-1", Category.UNAVAILABLE, "gone");
        Thread listener = new Thread(() -> listen("'notifications':{'taskIds':['task-1']}"));
        listener.start();
        desk.next();
        assertThat(desk.next().at("/params/status").asString()).isEqualTo("completed");
        listener.interrupt();
        listener.join();
    }

    @Test
    void onlyThoseWhoFollowTasksListenToThem() {
        assertThat(desk.with("{}")
                        .refusal("subscriptions/listen", "'notifications':{'taskIds':['task-1']}")
                        .code())
                .isEqualTo(-32021);
        assertThat(desk.refusal("subscriptions/listen", "'notifications':{'taskIds':'task-1'}")
                        .code())
                .isEqualTo(-32602);
    }

    private JsonNode create(String more) throws Exception {
        return desk.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(more), "");
    }

    private void listen(String params) {
        try {
            desk.ask("subscriptions/listen", params);
        } catch (ProtocolError | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
