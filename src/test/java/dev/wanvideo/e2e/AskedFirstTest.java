package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The user is asked before a dear film is ordered: by real clients of both eras, and at the bare pipe. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class AskedFirstTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PROVIDER = "evolink";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline", "cancel"})
    void theJavaSdkAsksItsUserInTheOlderEra(String user) throws Exception {
        List<String> questions = new ArrayList<>();
        try (Marketplace market = Marketplace.open(folder, 0.5);
                McpSyncClient client = javaClient(
                        JavaSdkClient.spawning(new TappedServer(premises(market)).command()), user, questions)) {
            client.initialize();
            settled(market, user, calls(client));
        }
        assertThat(questions).singleElement().asString().contains("USD", "5 s", "720p", "EvoLink");
    }

    @Test
    void theJavaSdkAsksItsUserOverHttp() throws Exception {
        List<String> questions = new ArrayList<>();
        try (Marketplace market = Marketplace.open(folder, 0.5);
                HttpProduct server = HttpProduct.start(premises(market));
                McpSyncClient client = javaClient(JavaSdkClient.calling(server.address()), "accept", questions)) {
            client.initialize();
            settled(market, "accept", calls(client));
        }
        assertThat(questions).singleElement().asString().contains("USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "decline", "cancel"})
    void theTypeScriptSdkAsksItsUserInTheStatelessEra(String user) throws Exception {
        Npm npm = Needs.npm();
        try (Marketplace market = Marketplace.open(folder, 0.5)) {
            TappedServer server = new TappedServer(premises(market));
            Map<String, String> mode = Map.of("pin", "2026-07-28");
            try (NodeClient client = new NodeClient(npm, server, "typescript-v2.mjs", mode, user)) {
                settled(market, user, client::call);
            }
        }
    }

    @Test
    void anOpenQuestionHoldsUpNobodyAndEndsWithItsCall() throws Exception {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.start(premises(market))) {
            askable(server);
            String call = server.requestCall("create_reference_video", market.film("waves", PROVIDER));
            JsonNode question = server.nextNotification();
            assertThat(question.path("method").asString()).isEqualTo("elicitation/create");
            assertThat(server.call("list_tasks", Map.of()).text()).contains("No such tasks");
            server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + call
                    + "}}");
            server.send("{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id")
                    + ",\"result\":{\"action\":\"accept\",\"content\":{}}}");
            assertThat(server.call("list_tasks", Map.of()).text()).contains("No such tasks");
            assertThat(server.answered(call)).isFalse();
            assertThat(market.ordered("waves")).isEmpty();
        }
    }

    @Test
    void aClientThatGoesAwayWithAnOpenQuestionHasOrderedNothing() throws Exception {
        Premises premises;
        try (Marketplace market = Marketplace.open(folder, 0.5)) {
            premises = premises(market);
            try (RawPipe server = RawPipe.start(premises)) {
                askable(server);
                server.requestCall("create_reference_video", market.film("waves", PROVIDER));
                server.nextNotification();
                server.closeInput();
                assertThat(server.awaitExit()).isZero();
            }
            assertThat(market.ordered("waves")).isEmpty();
            assertThat(new HomeDatabase(premises.home()).tasks()).isZero();
        }
    }

    /** @param tools calls a tool as this client does */
    private static void settled(Marketplace market, String user, BiFunction<String, Map<String, Object>, Reply> tools) {
        Reply reply = tools.apply("create_reference_video", market.film("waves", PROVIDER));
        boolean agreed = user.equals("accept");
        assertThat(reply.isError()).as(reply.text()).isNotEqualTo(agreed);
        assertThat(reply.taskId().isEmpty()).isNotEqualTo(agreed);
        if (agreed) {
            Reply film = tools.apply("get_task", Map.of("task_id", reply.taskId()));
            assertThat(film.status()).as(film.text()).isEqualTo("succeeded");
        } else {
            assertThat(reply.text()).contains("The user was asked", "Nothing was submitted or charged.");
        }
        assertThat(market.ordered("waves")).hasSize(agreed ? 1 : 0);
    }

    private static Premises premises(Marketplace market) {
        return market.premises(List.of(PROVIDER)).with("WAN_VIDEO_CONFIRM_ABOVE_USD", "0.01");
    }

    private static void askable(RawPipe server) {
        server.answer(server.request(
                "initialize",
                Map.of(
                        "protocolVersion", "2025-11-25",
                        "capabilities", Map.of("elicitation", Map.of()),
                        "clientInfo", Map.of("name", "end-to-end", "version", "1"))));
        server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    private static BiFunction<String, Map<String, Object>, Reply> calls(McpSyncClient client) {
        return (tool, arguments) -> {
            McpSchema.CallToolRequest call =
                    McpSchema.CallToolRequest.builder(tool).arguments(arguments).build();
            return new Reply(new JsonMapper().valueToTree(client.callTool(call)));
        };
    }

    private static McpSyncClient javaClient(McpClientTransport transport, String user, List<String> questions) {
        return McpClient.sync(transport)
                .requestTimeout(LIMIT)
                .initializationTimeout(LIMIT)
                .capabilities(
                        McpSchema.ClientCapabilities.builder().elicitation().build())
                .elicitation(question -> {
                    questions.add(question.message());
                    return McpSchema.ElicitResult.builder(
                                    McpSchema.ElicitResult.Action.valueOf(user.toUpperCase(Locale.ROOT)))
                            .build();
                })
                .build();
    }
}
