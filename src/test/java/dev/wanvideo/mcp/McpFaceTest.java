package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools behind the SDK's core, message for message. */
final class McpFaceTest {
    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();
    private Bench bench;
    private SdkSession session;

    @BeforeEach
    void connect() throws Exception {
        bench = Bench.in(folder, tasks);
        session = SdkSession.with(new McpFace(bench.studio));
    }

    @Test
    void introducesItselfAsThePreparedAnswerDoes() {
        JsonNode result = next().get("result");
        JsonNode prepared =
                new JsonMapper().readTree(FirstAnswers.initialize().replace("{protocolVersion}", "2025-11-25"));
        assertThat(result.get("serverInfo")).isEqualTo(prepared.get("serverInfo"));
        assertThat(result.get("instructions")).isEqualTo(prepared.get("instructions"));
        assertThat(result.get("protocolVersion")).isEqualTo(prepared.get("protocolVersion"));
        assertThat(prepared.get("serverInfo").get("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(FirstAnswers.initialize()).doesNotContain("\n", "${");
    }

    @Test
    void listsTheSameToolsAsTheFile() throws Exception {
        next();
        session.handle("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
        assertThat(next().get("result").get("tools")).isEqualTo(new JsonMapper().readTree(FirstAnswers.tools()));
    }

    @Test
    void makesAFilmFromArgumentsAsClientsSendThem() throws Exception {
        next();
        session.handle(call(
                "create_reference_video",
                "{\"prompt\":\"@anna dances\",\"references\":\"[{\\\"name\\\":\\\"anna\\\",\\\"image\\\":\\\""
                        + bench.picture("anna.png") + "\\\"}]\",\"duration\":\"5\"}",
                ""));
        JsonNode result = next().get("result");
        assertThat(result.path("isError").asBoolean()).isFalse();
        assertThat(result.at("/structuredContent/task_id").asString()).isEqualTo("task-1");
        assertThat(result.at("/content/0/text").asString()).contains("task-1");
    }

    @Test
    void answersBadArgumentsWithAResultAndNotWithAProtocolError() throws Exception {
        next();
        session.handle(call("create_reference_video", "{\"duration\":\"long\"}", ""));
        JsonNode answer = next();
        assertThat(answer.path("error").isMissingNode()).isTrue();
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.at("/result/structuredContent/error/category").asString())
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"{\\\"limit\\\":5}\"", "null", "{}"})
    void opensArgumentsThatComeAsText(String arguments) throws Exception {
        next();
        session.handle(call("list_tasks", arguments, ""));
        assertThat(next().at("/result/isError").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"five\"", "[1]", "5", "true"})
    void argumentsThatAreNoObjectAreNamedByTheTool(String arguments) throws Exception {
        next();
        session.handle(call("list_tasks", arguments, ""));
        assertThat(next().at("/result/content/0/text").asString())
                .contains("arguments is", "known: status, limit", "Nothing was submitted or charged.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"params\":null", ",\"params\":[]", ",\"params\":{\"name\":{}}", ",\"params\":\"x\""})
    void parametersThatAreNoCallAreRefusedInPlainWords(String params) throws Exception {
        next();
        session.handle("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\"" + params + "}");
        JsonNode answer = next();
        assertThat(answer.at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(answer.toString()).doesNotContain("Exception", "java", "jackson");
    }

    @Test
    void takesACallWithoutAnyArguments() throws Exception {
        next();
        session.handle("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"name\":\"list_tasks\"}}");
        assertThat(next().at("/result/structuredContent/tasks").isArray()).isTrue();
    }

    @Test
    void sendsAPictureAsImageContentAndProgressOnlyToThoseWhoAsked() throws Exception {
        next();
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        session.handle(call("get_task", "{\"task_id\":\"task-1\",\"wait_seconds\":0}", ""));
        assertThat(next().has("result")).isTrue();

        Path sheet = Files.write(folder.resolve("film.jpg"), new byte[] {1, 2, 3});
        Thread renderer = new Thread(() -> {
            try {
                tasks.someoneWaits.await();
                tasks.succeeds("task-1", folder.resolve("film.mp4"), Optional.of(sheet));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        renderer.start();
        session.handle(call("get_task", "{\"task_id\":\"task-1\"}", ",\"_meta\":{\"progressToken\":\"p\"}"));
        renderer.join();
        JsonNode progress = next();
        assertThat(progress.get("method").asString()).isEqualTo("notifications/progress");
        assertThat(progress.at("/params/progressToken").asString()).isEqualTo("p");
        assertThat(progress.at("/params/total").asInt()).isEqualTo(100);
        assertThat(progress.at("/params/message").asString()).startsWith("queued");
        JsonNode last = progress;
        while (!last.has("result")) {
            last = next();
        }
        assertThat(last.at("/result/content/1/type").asString()).isEqualTo("image");
        assertThat(last.at("/result/content/1/mimeType").asString()).isEqualTo("image/jpeg");
        assertThat(last.at("/result/content/1/data").asString()).isEqualTo("AQID");
    }

    private JsonNode next() {
        return Objects.requireNonNull(session.sent.poll());
    }

    private static String call(String tool, String arguments, String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + meta + "}}";
    }
}
