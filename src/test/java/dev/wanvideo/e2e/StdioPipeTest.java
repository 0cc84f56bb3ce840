package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server process at its bare pipes: whatever comes in, every answer comes out and nothing else does. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class StdioPipeTest {
    private static final int TOO_LONG = 16 * 1024 * 1024 + 1;
    private static final String HANDSHAKE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"end-to-end","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            """;
    private static final String LIST_TASKS = """
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_tasks","arguments":{}}}
            """;

    @TempDir
    Path folder;

    @Test
    void writesNothingButMessagesWhileItMakesAFilm() {
        Premises premises = Premises.in(folder);
        try (RawPipe server = RawPipe.open(premises)) {
            Reply created = server.call("create_reference_video", TwoCharacters.film(2));
            FilmChecks.assertFilm(server.waitFor(created.taskId()), premises);
            server.closeInput();
            assertThat(server.awaitExit()).isZero();
        }
    }

    @Test
    void knowsItsProvidersBeforeItHasLoadedAnythingElse() {
        Premises premises = Premises.in(folder);
        try (RawPipe server = RawPipe.open(premises)) {
            JsonNode prepared = server.call("list_providers", Map.of()).result();
            assertThat(premises.home().resolve("wan-video.db")).doesNotExist();
            assertThat(server.call("list_tasks", Map.of()).isError()).isFalse();
            assertThat(server.call("list_providers", Map.of()).result()).isEqualTo(prepared);
        }
        try (RawPipe server = RawPipe.open(premises.with("EVOLINK_API_KEY", "sk-nobody"))) {
            assertThat(server.call("list_providers", Map.of()).text()).contains("evolink (EvoLink): ready");
        }
    }

    /** Lines for programs name the classes that speak, so this one is not watched for leaks. */
    @Test
    void logsForProgramsWhenAskedTo() throws InterruptedException {
        Premises premises =
                Premises.in(folder).with("WAN_VIDEO_LOG_FORMAT", "json").with("WAN_VIDEO_LOG_LEVEL", "debug");
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        ServerProcess server = ServerProcess.start(Product.command(), premises, answers::add, () -> {});
        try {
            server.send((HANDSHAKE + LIST_TASKS).getBytes(StandardCharsets.UTF_8));
            assertThat(answers.poll(2, TimeUnit.MINUTES)).contains("\"id\":1");
            assertThat(answers.poll(2, TimeUnit.MINUTES)).contains("\"id\":2");
            server.closeInput();
            assertThat(server.awaitExit(Duration.ofMinutes(2))).isZero();
            assertThat(server.errors().lines())
                    .isNotEmpty()
                    .allMatch(line ->
                            JsonMapper.shared().readTree(line).path("logger").isString());
        } finally {
            server.kill();
        }
    }

    @Test
    void tellsItsProgressInOrderWhileItWaits() {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            Reply created = server.call("create_reference_video", TwoCharacters.film(5));
            String call = server.requestCall("get_task", Map.of("task_id", created.taskId(), "wait_seconds", 45));
            assertThat(server.reply(call).isError()).isFalse();
            assertThat(server.notifications())
                    .isNotEmpty()
                    .allMatch(told -> told.path("method").asString("").equals("notifications/progress"))
                    .allMatch(told ->
                            told.path("params").path("progressToken").toString().equals(call));
            assertThat(server.notifications().stream()
                            .map(told -> told.path("params").path("progress").asDouble(-1)))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void opensArgumentsThatComeAsText() {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            String good = server.request("tools/call", Map.of("name", "list_tasks", "arguments", "{\"limit\": 1}"));
            assertThat(server.reply(good).isError()).isFalse();
            String bad = server.request("tools/call", Map.of("name", "list_tasks", "arguments", "limit 1"));
            assertThat(server.reply(bad).text()).contains("arguments is limit 1", "known: status, limit");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "hello",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "{\"id\":null}",
                "{}",
                "[]",
                "null",
                "42",
                "[{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"id\":78,\"method\":\"ping\"}]",
                "\u0000\u0001",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"\\ud800\"}"
            })
    void answersALineThatIsNoRequestAndLivesOn(String line) {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            JsonNode answer = server.send(line).nextUnaddressed();
            assertThat(answer.path("error").path("code").asInt(0)).isIn(-32700, -32600);
            server.ping();
        }
    }

    @Test
    void answersALineThatIsTooLongAndLivesOn() {
        byte[] line = new byte[TOO_LONG + 1];
        Arrays.fill(line, (byte) 'x');
        line[TOO_LONG] = '\n';
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            JsonNode answer = server.send(line).nextUnaddressed();
            assertThat(answer.path("error").path("code").asInt(0)).isIn(-32700, -32600);
            server.ping();
        }
    }

    @Test
    void livesOnAfterALineThatIsNoText() {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            server.send(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
            assertThat(server.nextUnaddressed().path("error").path("code").asInt(0))
                    .isIn(-32700, -32600);
            server.ping();
        }
    }

    @Test
    void saysNothingToNotificationsAndAnswersThatItDoesNotKnow() {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard_of\"}");
            server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":999}}");
            server.send("{\"jsonrpc\":\"2.0\",\"id\":4711,\"result\":{}}");
            server.ping();
            assertThat(server.answered("4711")).isFalse();
        }
    }

    @Test
    void answersUnknownMethodsAndToolsAsFaultsOfTheProtocol() {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            assertThat(code(server, "films/make", Map.of())).isEqualTo(-32601);
            assertThat(code(server, "tools/call", Map.of("name", "make_film", "arguments", Map.of())))
                    .isEqualTo(-32602);
            assertThat(code(server, "tools/call", Map.of("arguments", Map.of())))
                    .isEqualTo(-32602);
            server.ping();
        }
    }

    @Test
    void answersARequestBeforeInitializeAndExitsAfterIt() {
        try (RawPipe server = RawPipe.start(Premises.in(folder))) {
            JsonNode answer = server.answer(server.request("tools/list", Map.of()));
            assertThat(answer.has("result") || answer.has("error")).isTrue();
            JsonNode call = server.answer(server.request("tools/call", Map.of("name", "list_tasks")));
            assertThat(call.has("result") || call.has("error")).isTrue();
            server.ping().closeInput();
            assertThat(server.awaitExit()).isZero();
        }
    }

    @Test
    void exitsWhenTheInputEndsBeforeAWordWasSaid() {
        try (RawPipe server = RawPipe.start(Premises.in(folder))) {
            List<ProcessHandle> children = server.handle().descendants().toList();
            server.closeInput();
            assertThat(server.awaitExit()).isZero();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void answersWhatIsInFlightWhenTheInputEnds() {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            server.call("list_providers", Map.of());
            List<String> calls = calls(server, 20);
            server.closeInput();
            calls.forEach(server::reply);
            assertThat(server.awaitExit()).isZero();
        }
    }

    @Test
    void losesNothingWithTwoHundredCallsInFlight() {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            for (int run = 0; run < 5; run++) {
                calls(server, 200)
                        .forEach(
                                call -> assertThat(server.reply(call).isError()).isFalse());
            }
        }
    }

    @Test
    void stopsWaitingWhenACallIsCancelled() {
        try (RawPipe server = RawPipe.open(Premises.in(folder))) {
            String task = server.call("create_reference_video", TwoCharacters.film(15))
                    .taskId();
            String waiting = server.requestCall("get_task", Map.of("task_id", task, "wait_seconds", 45));
            server.nextNotification();
            server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
                    + waiting + "}}");
            server.call("cancel_task", Map.of("task_id", task));
            assertThat(server.waitFor(task).status()).isEqualTo("cancelled");
            assertThat(server.answered(waiting))
                    .as("an answer to the cancelled call")
                    .isFalse();
        }
    }

    private static List<String> calls(RawPipe server, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, ?> arguments = Map.of("limit", 1 + i % 100);
            ids.add(server.request("tools/call", Map.of("name", "list_tasks", "arguments", arguments)));
        }
        return ids;
    }

    private static int code(RawPipe server, String method, Map<String, ?> params) {
        JsonNode error = server.answer(server.request(method, params)).path("error");
        assertThat(error.path("message").asString("")).isNotBlank();
        return error.path("code").asInt(0);
    }
}
