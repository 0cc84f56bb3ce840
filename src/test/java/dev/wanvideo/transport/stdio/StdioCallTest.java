package dev.wanvideo.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.ToyCore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class StdioCallTest {

    private final ToyCore core = new ToyCore();

    @ParameterizedTest
    @ValueSource(strings = {"fail", "fail_without_message", "overflow", "unlinked", "silent"})
    void answersWithNothingButInternalErrorWhateverAToolThrows(String tool) {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call(1, tool, "{}");
            assertThat(wire.receiveLine())
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,\"message\":\"Internal error\"}}");
            wire.expectQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|params.name must be a string",
                "{\"name\":7}|params.name must be a string",
                "{\"name\":\"echo\",\"_meta\":7}|params._meta must be an object",
                "{\"name\":\"nobody\"}|Tool not found: nobody"
            })
    void refusesCallsThatAreNotShapedLikeOne(String params, String why) {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":" + params + "}");
            wire.receiveError("1", -32602, why);
        }
    }

    @Test
    void refusesNumbersThatItsJsonLibraryRefuses() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call(1, "echo", "{\"n\":" + "9".repeat(5000) + "}");
            wire.receiveError("1", -32602, "params cannot be read");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/write", "prompts/list", "nonsense", "", "notifications/initialized"})
    void saysWhichMethodItDoesNotKnow(String method) {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\"}");
            wire.receiveError("1", -32601, method);
        }
    }

    @Test
    void letsHalfASurrogatePairThrough() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call(1, "echo", "{\"a\":\"x\\ud800y\"}");
            assertThat(text(wire.receive())).isEqualTo("{a=x?y}");
        }
    }

    @Test
    void sendsProgressBeforeTheResult() {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"progress\","
                    + "\"arguments\":{},\"_meta\":{\"progressToken\":\"p\"}}}");
            for (int i = 1; i <= 3; i++) {
                JsonNode progress = wire.receive();
                assertThat(progress.path("method").asString()).isEqualTo("notifications/progress");
                assertThat(progress.path("params").path("progressToken").asString())
                        .isEqualTo("p");
                assertThat(progress.path("params").path("progress").asInt()).isEqualTo(i);
            }
            assertThat(wire.receive().path("id").asInt()).isEqualTo(1);
        }
    }

    @Test
    void asksTheClientAndTakesItsResponse() {
        try (Wire wire = new Wire(core)) {
            wire.initialize("{\"roots\":{}}").call(1, "roots", "{}");
            JsonNode request = wire.receive();
            assertThat(request.path("method").asString()).isEqualTo("roots/list");
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id")
                    + ",\"result\":{\"roots\":[{\"uri\":\"file:///films\"}]}}");
            assertThat(text(wire.receive())).isEqualTo("file:///films");
        }
    }

    @Test
    void refusesTheIdOfACallInFlight() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call(1, "wait", "{}");
            core.awaitWaiting(1);
            wire.call(1, "echo", "{}");
            wire.receiveError("1", -32600, "in flight");
            core.release();
            assertThat(text(wire.receive())).isEqualTo("released");
            wire.call(1, "echo", "{}");
            assertThat(text(wire.receive())).isEqualTo("{}");
        }
    }

    @Test
    void interruptsACancelledCallAndNeverAnswersIt() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call(1, "wait", "{}");
            core.awaitWaiting(1);
            wire.cancel(1);
            core.awaitInterrupted(1);
            wire.expectQuiet();
            wire.endInput();
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @Test
    void cancelsTheCallWithTheIdOfTheSameTypeAlone() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call("\"1\"", "wait", "{}");
            core.awaitWaiting(1);
            wire.cancel(1).expectQuiet();
            core.release();
            assertThat(text(wire.receive())).isEqualTo("released");
        }
    }

    @Test
    void cancelsACallThatStillWaitsForTheCore() {
        try (GatedCore gated = new GatedCore(core);
                Wire wire = new Wire(gated)) {
            wire.initialize()
                    .call(1, "echo", "{}")
                    .call(2, "echo", "{}")
                    .cancel(1)
                    .expectQuiet();
            gated.open();
            assertThat(wire.receive().path("id").asInt()).isEqualTo(2);
            wire.expectQuiet();
        }
    }

    @Test
    void refusesMoreCallsThanAnyClientHasInFlight() {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            for (int i = 0; i < Calls.MOST; i++) {
                wire.call(i, "wait", "{}");
            }
            wire.call(-1, "echo", "{}");
            wire.receiveError("-1", -32603, "Too many requests in flight");
            core.release();
            for (int i = 0; i < Calls.MOST; i++) {
                assertThat(text(wire.receive())).isEqualTo("released");
            }
            wire.expectQuiet();
        }
    }

    @Test
    void refusesEveryCallOfACoreThatCannotBeBuiltAndLives() {
        try (Wire wire = new Wire(provider -> {
            throw new IllegalStateException("a secret");
        })) {
            wire.initialize();
            for (int i = 0; i < 3; i++) {
                wire.call(i, "echo", "{}");
                wire.receiveError(String.valueOf(i), -32603, "The server could not start");
            }
            wire.expectQuiet();
        }
    }

    @Test
    void refusesCallsWhenNoServerWasBuilt() {
        try (Wire wire = new Wire(provider -> request -> Map.of())) {
            wire.initialize().call(1, "echo", "{}");
            wire.receiveError("1", -32603, "The server could not start");
        }
    }

    private static String text(JsonNode answer) {
        return answer.path("result").path("content").path(0).path("text").asString();
    }
}
