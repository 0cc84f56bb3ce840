package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import dev.wanvideo.video.Category;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The product's face to clients of the stateless era. */
final class StatelessFaceTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TASK = "wan-video://tasks/task-1";

    private final FakeTasks tasks = new FakeTasks();
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private Bench bench = Bench.in(Path.of("."), tasks);
    private StatelessHandler face = request -> Map.of();

    @BeforeEach
    void open() {
        bench = Bench.in(folder, tasks);
        face = face(bench);
    }

    @Test
    void answersAToolCallAsTheOtherEraDoes() throws Exception {
        Answer expected = bench.call(ToolName.LIST_TASKS, "{}");
        JsonNode result = handle("tools/call", "'name':'list_tasks','arguments':{}");
        assertThat(result.at("/content/0/text").asString()).isEqualTo(expected.text());
        assertThat(result.path("structuredContent"))
                .isEqualTo(JSON.readTree(JSON.writeValueAsString(expected.facts())));
        assertThat(result.path("isError").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'arguments':null", ",'arguments':{}", ",'arguments':'{}'"})
    void takesArgumentsAsClientsSendThem(String arguments) throws Exception {
        JsonNode result = handle("tools/call", "'name':'list_tasks'" + arguments);
        assertThat(result.path("isError").asBoolean(true)).isFalse();
    }

    @Test
    void namesArgumentsThatAreNoObject() throws Exception {
        JsonNode result = handle("tools/call", "'name':'list_tasks','arguments':[1]");
        assertThat(result.at("/structuredContent/error/category").asString()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'name':'nobody'", "'name':7", "'arguments':{}"})
    void refusesCallsOfNoTool(String params) {
        assertThat(refusal("tools/call", params).code()).isEqualTo(-32602);
    }

    @Test
    void tellsProgressToThoseWhoAskedWithTheirToken() throws Exception {
        film();
        CompletableFuture<Void> renderer = CompletableFuture.runAsync(() -> {
            awaitWaiter();
            tasks.runs("task-1", 40);
            tasks.fails("task-1", Category.UNAVAILABLE, "gone");
        });
        JsonNode result =
                handle("tools/call", "'name':'get_task','arguments':{'task_id':'task-1'}", ",'progressToken':7");
        renderer.join();
        JsonNode progress = told.remove();
        assertThat(progress.path("method").asString()).isEqualTo("notifications/progress");
        assertThat(progress.at("/params/progressToken").asInt()).isEqualTo(7);
        assertThat(progress.at("/params/total").asInt()).isEqualTo(100);
        assertThat(progress.at("/params/message").asString()).startsWith("queued");
        assertThat(result.at("/structuredContent/status").asString()).isEqualTo("failed");
    }

    @Test
    void tellsNoProgressToOthers() throws Exception {
        film();
        tasks.fails("task-1", Category.UNAVAILABLE, "gone");
        handle("tools/call", "'name':'get_task','arguments':{'task_id':'task-1'}");
        assertThat(told).isEmpty();
    }

    @Test
    void showsTasksAsResources() throws Exception {
        film();
        JsonNode listed = handle("resources/list", "");
        assertThat(listed.at("/resources/0/uri").asString()).isEqualTo(TASK);
        assertThat(listed.path("cacheScope").asString()).isEqualTo("private");
        JsonNode template = handle("resources/templates/list", "").at("/resourceTemplates/0");
        assertThat(template.path("uriTemplate").asString().replace("{task_id}", "task-1"))
                .isEqualTo(TASK);
        JsonNode read = handle("resources/read", "'uri':'" + TASK + "'");
        assertThat(read.path("ttlMs").asInt(1)).isZero();
        assertThat(read.at("/contents/0/uri").asString()).isEqualTo(TASK);
        ObjectNode task = (ObjectNode) JSON.readTree(read.at("/contents/0/text").asString());
        assertThat(task.without("request"))
                .isEqualTo(handle("tools/call", "'name':'get_task','arguments':{'task_id':'task-1','wait_seconds':0}")
                        .path("structuredContent"));
    }

    @Test
    void showsTheGuideAndASheetOfEachProvider() throws Exception {
        JsonNode listed = handle("resources/list", "");
        assertThat(listed.toString()).contains("wan-video://guide", "wan-video://providers/preview");
        assertThat(handle("resources/read", "'uri':'wan-video://guide'")
                        .at("/contents/0/text")
                        .asString())
                .startsWith("# Directing WAN 2.7");
        assertThat(handle("resources/read", "'uri':'wan-video://providers/preview'")
                        .at("/contents/0/text")
                        .asString())
                .contains("(preview)", "Ready.", "Price: free", "| prompt | 1-5000 characters |");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'uri':'wan-video://tasks/nobody'", "'uri':'wan-video://tasks/'", "'uri':'file:///etc'", ""})
    void refusesToReadWhatIsNoTask(String params) {
        assertThat(refusal("resources/read", params).code()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/list", "resources/templates/list", "prompts/list"})
    void refusesCursorsThatItNeverGave(String method) {
        assertThat(refusal(method, "'cursor':'x'").code()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"logging/setLevel", "resources/subscribe", "prompts/remove", "tasks/list", "notifications/x"})
    void doesNotKnowOtherMethods(String method) {
        assertThat(refusal(method, "").code()).isEqualTo(-32601);
    }

    @Test
    void tellsOfChangesOfTheTasksListenedTo() throws Exception {
        film();
        Thread listener = new Thread(() -> listen("'notifications':{'toolsListChanged':true,'resourceSubscriptions':['"
                + TASK + "','wan-video://tasks/nobody','file:///x',7]}"));
        listener.start();
        JsonNode acknowledged = next();
        assertThat(acknowledged.path("method").asString()).isEqualTo("notifications/subscriptions/acknowledged");
        assertThat(acknowledged.at("/params/notifications").toString())
                .isEqualTo("{\"resourceSubscriptions\":[\"" + TASK + "\"]}");
        assertThat(subscription(acknowledged)).isEqualTo("s");
        tasks.runs("task-1", 50);
        JsonNode updated = next();
        assertThat(updated.path("method").asString()).isEqualTo("notifications/resources/updated");
        assertThat(updated.at("/params/uri").asString()).isEqualTo(TASK);
        assertThat(subscription(updated)).isEqualTo("s");
        listener.interrupt();
        JsonNode goodbye = next();
        assertThat(goodbye.at("/result/_meta/io.modelcontextprotocol~1subscriptionId")
                        .asString())
                .isEqualTo("s");
        assertThat(tasks.watchesClosed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void promisesNothingToThoseWhoListenToNothingOfOurs() throws Exception {
        Thread listener = new Thread(() -> listen("'notifications':{'promptsListChanged':true}"));
        listener.start();
        assertThat(next().at("/params/notifications").toString()).isEqualTo("{}");
        listener.interrupt();
        assertThat(next().has("result")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'notifications':[]", "'notifications':{'resourceSubscriptions':'x'}"})
    void refusesToListenToWhatIsNoFilter(String params) {
        assertThat(refusal("subscriptions/listen", params).code()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/list", "resources/read", "subscriptions/listen"})
    void saysWhyTheStoreCannotBeUsed(String method) {
        face = face(Bench.in(folder, principal -> {
            throw new StoreUnavailable("The data folder cannot be used.");
        }));
        ProtocolError error = refusal(method, "'uri':'" + TASK + "','notifications':{}");
        assertThat(error.code()).isEqualTo(-32603);
        assertThat(error).hasMessage("The data folder cannot be used.");
    }

    @Test
    void discoversNothingThatItDoesNotDo() throws Exception {
        JsonNode capabilities = JSON.readTree(FirstAnswers.statelessCapabilities());
        assertThat(capabilities.toString())
                .isEqualTo("{\"tools\":{},\"prompts\":{},\"resources\":{\"subscribe\":true},\"completions\":{},"
                        + "\"extensions\":{\"io.modelcontextprotocol/tasks\":{},\"io.modelcontextprotocol/ui\":{}}}");
    }

    private void film() {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
    }

    private static StatelessHandler face(Bench bench) {
        return new McpFace(bench.studio).stateless(Clock.systemUTC());
    }

    private void awaitWaiter() {
        try {
            tasks.someoneWaits.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void listen(String params) {
        try {
            told.add(JSON.valueToTree(Map.of("result", face.handle(request("subscriptions/listen", params, "")))));
        } catch (ProtocolError | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode next() throws InterruptedException {
        return Optional.ofNullable(told.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    private static String subscription(JsonNode notification) {
        return notification
                .at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                .asString();
    }

    private ProtocolError refusal(String method, String params) {
        return catchThrowableOfType(ProtocolError.class, () -> handle(method, params));
    }

    private JsonNode handle(String method, String params) throws ProtocolError, InterruptedException {
        return handle(method, params, "");
    }

    private JsonNode handle(String method, String params, String meta) throws ProtocolError, InterruptedException {
        return JSON.readTree(JSON.writeValueAsString(face.handle(request(method, params, meta))));
    }

    private StatelessRequest request(String method, String params, String meta) {
        String json = "{'_meta':{'io.modelcontextprotocol/clientCapabilities':{}" + meta + "}"
                + (params.isEmpty() ? "" : "," + params) + "}";
        return new StatelessRequest(
                "s",
                method,
                JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {}),
                (notification, told) ->
                        this.told.add(JSON.valueToTree(Map.of("method", notification, "params", told))));
    }
}
