package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Films that their clients follow themselves: as tasks of the stateless era, and by subscriptions in the older one. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class FollowedFilmTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    /** The Inspector declares the extension in the stateless era and settles the task by itself. */
    @Test
    void aClientThatFollowsTasksNeedsOneCallForAFilm() {
        Premises premises = Premises.in(folder);
        TappedServer server = new TappedServer(premises);
        InspectorClient inspector = new InspectorClient(Needs.npm(), server, "modern");
        FilmChecks.assertFilm(inspector.call("create_reference_video", TwoCharacters.film(5)), premises);
        TappedSession session = server.awaitEnds().get(0);
        System.err.println("the Inspector's film: " + session.asked("tools/call") + " tool call, "
                + session.asked("tasks/get") + " looks at its task");
        assertThat(session.asked("tools/call")).isEqualTo(1);
        assertThat(session.asked("tasks/get")).isPositive();
    }

    @Test
    void aTaskOutlivesTheServerThatGaveItAndEndsWithTheFilm() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 3)) {
            Premises premises = market.premises(List.of("evolink"));
            String task = begun(market, premises);
            try (RawPipe other = RawPipe.start(premises)) {
                JsonNode ended = ended(other, task);
                assertThat(ended.path("status").asString()).isEqualTo("completed");
                Reply result = new Reply(ended.path("result"));
                assertThat(result.isError()).as(result.text()).isFalse();
                assertThat(Files.size(Path.of(result.facts().at("/video/path").asString())))
                        .isPositive();
                assertThat(result.taskId()).isEqualTo(task);
            }
            assertThat(market.ordered("waves")).hasSize(1);
        }
    }

    @Test
    void aCancelledTaskIsCancelledForEveryServerOfTheHome() throws Exception {
        Premises premises = Premises.in(folder);
        try (RawPipe one = RawPipe.start(premises);
                RawPipe other = RawPipe.start(premises)) {
            Map<String, Object> film = TwoCharacters.film(15);
            JsonNode begun = modern(one, "tools/call", Map.of("name", "create_reference_video", "arguments", film));
            String task = begun.path("taskId").asString();
            JsonNode acknowledged = modern(other, "tasks/cancel", Map.of("taskId", task));
            assertThat(acknowledged.path("resultType").asString()).isEqualTo("complete");
            assertThat(acknowledged.has("taskId")).isFalse();
            assertThat(ended(one, task).path("status").asString()).isEqualTo("cancelled");
        }
    }

    @Test
    void aSubscriberOfTheOlderEraHearsOfTheFilmsEnd() throws Exception {
        hearsOfTheEnd(JavaSdkClient.spawning(new TappedServer(Premises.in(folder)).command()));
    }

    @Test
    void aSubscriberOverHttpHearsOfTheFilmsEnd() throws Exception {
        try (HttpProduct server = HttpProduct.start(Premises.in(folder))) {
            hearsOfTheEnd(JavaSdkClient.calling(server.address()));
        }
    }

    private static void hearsOfTheEnd(McpClientTransport transport) throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        JsonMapper json = new JsonMapper();
        try (McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(LIMIT)
                .initializationTimeout(LIMIT)
                .resourcesUpdateConsumer(contents ->
                        contents.forEach(content -> heard.add(((McpSchema.TextResourceContents) content).text())))
                .build()) {
            assertThat(client.initialize().capabilities().resources().subscribe())
                    .isTrue();
            McpSchema.CallToolRequest call = McpSchema.CallToolRequest.builder("create_reference_video")
                    .arguments(TwoCharacters.film(5))
                    .build();
            Reply created = new Reply(json.valueToTree(client.callTool(call)));
            client.subscribeResource(McpSchema.SubscribeRequest.builder("wan-video://tasks/" + created.taskId())
                    .build());
            JsonNode last;
            do {
                last = json.readTree(heard.poll(LIMIT.toSeconds(), TimeUnit.SECONDS));
            } while (!last.path("status").asString().equals("succeeded"));
            assertThat(last.path("task_id").asString()).isEqualTo(created.taskId());
        }
    }

    /** The task that a server gave which was killed at once. */
    private static String begun(Marketplace market, Premises premises) {
        try (RawPipe server = RawPipe.start(premises)) {
            assertThat(modern(server, "server/discover", Map.of())
                            .at("/capabilities/extensions/io.modelcontextprotocol~1tasks")
                            .isObject())
                    .isTrue();
            Map<String, Object> film = market.film("waves", "evolink");
            film.put("request_id", "waves-1");
            JsonNode begun = modern(server, "tools/call", Map.of("name", "create_reference_video", "arguments", film));
            assertThat(begun.path("resultType").asString()).as(begun.toString()).isEqualTo("task");
            assertThat(begun.path("status").asString()).isEqualTo("working");
            server.kill();
            return begun.path("taskId").asString();
        }
    }

    /** Listens until the task is at its end, and looks then. */
    private static JsonNode ended(RawPipe server, String task) {
        server.request("subscriptions/listen", stateless(Map.of("notifications", Map.of("taskIds", List.of(task)))));
        JsonNode seen = modern(server, "tasks/get", Map.of("taskId", task));
        while (seen.path("status").asString().equals("working")) {
            server.nextNotification();
            seen = modern(server, "tasks/get", Map.of("taskId", task));
        }
        assertThat(seen.path("resultType").asString()).isEqualTo("complete");
        return seen;
    }

    private static JsonNode modern(RawPipe server, String method, Map<String, ?> params) {
        return server.answer(server.request(method, stateless(params))).path("result");
    }

    private static Map<String, Object> stateless(Map<String, ?> params) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.put(
                "_meta",
                Map.of(
                        "io.modelcontextprotocol/protocolVersion",
                        "2026-07-28",
                        "io.modelcontextprotocol/clientCapabilities",
                        Map.of("extensions", Map.of("io.modelcontextprotocol/tasks", Map.of()))));
        return all;
    }
}
