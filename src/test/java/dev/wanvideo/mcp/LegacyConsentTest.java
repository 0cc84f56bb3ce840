package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.ProviderSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Asking the user about a dear film, in the era in which the server asks the client. */
final class LegacyConsentTest {
    @TempDir
    private Path folder;

    private final FakeTasks tasks = new FakeTasks();

    @ParameterizedTest
    @CsvSource({"accept, false", "decline, true", "cancel, true"})
    void theUsersAnswerDecides(String action, boolean refused) throws Exception {
        SdkSession session = session("{\"elicitation\":{}}");
        Thread call = begin(session);
        JsonNode question = next(session);
        assertThat(question.path("method").asString()).isEqualTo("elicitation/create");
        assertThat(question.at("/params/message").asString()).contains("0.50 USD", "Dear Films", "5 s", "720p");
        assertThat(tasks.wanted).isEmpty();
        String content = action.equals("accept") ? ",\"content\":{}" : "";
        session.handle("{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id") + ",\"result\":{\"action\":\"" + action
                + "\"" + content + "}}");
        JsonNode result = next(session).path("result");
        call.join();
        assertThat(result.path("isError").asBoolean()).isEqualTo(refused);
        assertThat(tasks.wanted).hasSize(refused ? 0 : 1);
    }

    @Test
    void aQuestionThatTheClientRefusesOrdersNothing() throws Exception {
        SdkSession session = session("{\"elicitation\":{\"form\":{}}}");
        Thread call = begin(session);
        session.handle("{\"jsonrpc\":\"2.0\",\"id\":" + next(session).path("id")
                + ",\"error\":{\"code\":-32601,\"message\":\"no\"}}");
        JsonNode result = next(session).path("result");
        call.join();
        assertThat(result.at("/structuredContent/error/category").asString()).isEqualTo("unavailable");
        assertThat(result.toString()).contains("Nothing was submitted or charged.", "WAN_VIDEO_CONFIRM_ABOVE_USD");
        assertThat(tasks.wanted).isEmpty();
    }

    @Test
    void aCallThatIsCancelledWhileItAsksOrdersNothing() throws Exception {
        SdkSession session = session("{\"elicitation\":{}}");
        Thread call = begin(session);
        JsonNode question = next(session);
        call.interrupt();
        call.join();
        session.handle("{\"jsonrpc\":\"2.0\",\"id\":" + question.path("id")
                + ",\"result\":{\"action\":\"accept\",\"content\":{}}}");
        assertThat(tasks.wanted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"elicitation\":{\"url\":{}}}"})
    void goesOnAsEverWhereNobodyCanBeAsked(String capabilities) throws Exception {
        SdkSession session = session(capabilities);
        Thread call = begin(session);
        assertThat(next(session).at("/result/structuredContent/task_id").asString())
                .isEqualTo("task-1");
        call.join();
    }

    private SdkSession session(String capabilities) throws Exception {
        SdkSession session = SdkSession.with(new McpFace(bench().studio), "test", capabilities);
        next(session);
        return session;
    }

    private Thread begin(SdkSession session) {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":"
                + "\"create_reference_video\",\"arguments\":" + bench().film("") + "}}";
        Thread thread = new Thread(() -> {
            try {
                session.handle(call);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        return thread;
    }

    private static JsonNode next(SdkSession session) throws InterruptedException {
        return Optional.ofNullable(session.sent.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    private Bench bench() {
        ProviderSettings keyed = new ProviderSettings(
                Map.of("dear", "sk-very-secret"), Optional.empty(), List.of(), Optional.empty(), Map.of());
        Catalogue dear = new Catalogue(List.of(new DearProvider()));
        return Bench.asking(
                new Spending(principal -> Optional.empty(), Optional.of(new BigDecimal("0.49")), new FakeAgreements()),
                folder,
                tasks,
                dear,
                keyed);
    }
}
