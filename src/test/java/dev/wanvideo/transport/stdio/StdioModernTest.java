package dev.wanvideo.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.ToyCore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stateless era on raw pipes. */
final class StdioModernTest {

    private static final String VERSION = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"";
    private static final String CAPABILITIES = "\"io.modelcontextprotocol/clientCapabilities\":{}";
    private static final String SERVER_INFO =
            "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":" + "{\"name\":\"toy\",\"version\":\"1\"}}";

    private final ToyCore core = new ToyCore();

    @Test
    void discoversWithoutLoadingTheCore() {
        try (Wire wire = new Wire(core)) {
            wire.modern("\"d\"", "server/discover", "");
            assertThat(wire.receiveLine())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"d\",\"result\":{\"resultType\":\"complete\","
                            + "\"supportedVersions\":[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\","
                            + "\"2024-11-05\"],\"capabilities\":{\"tools\":{}},\"ttlMs\":3600000,"
                            + "\"cacheScope\":\"public\"," + SERVER_INFO + "}}");
            assertThat(core.built).hasValue(0);
        }
    }

    @Test
    void listsTheVeryBytesOfTheTools() {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "tools/list", "");
            assertThat(wire.receiveLine())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":\"complete\",\"tools\":"
                            + Wire.TOOLS + ",\"ttlMs\":3600000,\"cacheScope\":\"public\"," + SERVER_INFO + "}}");
        }
    }

    @Test
    void callsToolsWithoutAnyHandshake() {
        try (Wire wire = new Wire(core)) {
            wire.modernCall("\"a\"", "echo", "{\"a\":1}");
            JsonNode answer = wire.receive();
            assertThat(answer.path("id").asString()).isEqualTo("a");
            assertThat(answer.at("/result/resultType").asString()).isEqualTo("complete");
            assertThat(text(answer)).isEqualTo("{a=1}");
            assertThat(serverName(answer)).isEqualTo("toy");
        }
    }

    @Test
    void keepsTheResultTypeAndTheMetaThatAHandlerGave() {
        try (Wire wire = new Wire(core)) {
            wire.modernCall(1, "meta", "{}");
            JsonNode answer = wire.receive();
            assertThat(answer.at("/result/resultType").asString()).isEqualTo("input_required");
            assertThat(answer.at("/result/_meta/mine").asInt()).isEqualTo(1);
            assertThat(serverName(answer)).isEqualTo("toy");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                CAPABILITIES,
                VERSION,
                "\"io.modelcontextprotocol/protocolVersion\":7," + CAPABILITIES,
                VERSION + ",\"io.modelcontextprotocol/clientCapabilities\":[]",
                VERSION + "," + CAPABILITIES + ",\"io.modelcontextprotocol/clientInfo\":\"me\"",
                VERSION + "," + CAPABILITIES + ",\"progressToken\":{}"
            })
    void refusesRequestsThatDoNotSayWhoAsks(String meta) {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "server/discover", meta, "");
            wire.receiveError("1", -32602, "params._meta");
            assertThat(core.built).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"params\":{}", ",\"params\":{\"_meta\":7}", ",\"params\":{\"_meta\":null}"})
    void refusesWhatOnlyTheStatelessEraHasWhenNothingSaysWhoAsks(String params) {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\"" + params + "}");
            wire.receiveError("1", -32602, "params._meta needs io.modelcontextprotocol/protocolVersion");
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\"" + params + "}");
            wire.receiveError("1", -32602, "params._meta needs io.modelcontextprotocol/protocolVersion");
        }
    }

    @Test
    void refusesACallWithHalfOfTheMeta() {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "tools/call", CAPABILITIES, ",\"name\":\"echo\"");
            wire.receiveError("1", -32602, "protocolVersion");
        }
    }

    @Test
    void servesClientsThatDoNotTellTheirName() {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "server/discover", VERSION + "," + CAPABILITIES, "");
            assertThat(wire.receive().has("result")).isTrue();
        }
    }

    @Test
    void readsTheVersionHoweverItIsSpelled() {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "server/discover", VERSION.replace("2026", "\\u0032026") + "," + CAPABILITIES, "");
            assertThat(wire.receive().has("result")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2027-01-01", "", "v\\\"1"})
    void namesTheVersionsThatItSpeaks(String version) {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "tools/list", "\"io.modelcontextprotocol/protocolVersion\":\"" + version + "\"", "");
            JsonNode error = wire.receive().path("error");
            assertThat(error.path("code").asInt()).isEqualTo(-32022);
            assertThat(error.at("/data/requested").asString()).isEqualTo(version.replace("\\\"", "\""));
            assertThat(error.at("/data/supported").toString()).startsWith("[\"2026-07-28\",\"2025-11-25\",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "initialize", "logging/setLevel", "resources/subscribe", "nonsense", ""})
    void doesNotKnowWhatTheStatelessEraHasNot(String method) {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, method, "");
            wire.receiveError("1", -32601, "method " + method);
        }
    }

    @Test
    void takesAnInitializeThatNamesItsVersionForWhatItIs() {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "initialize", ",\"protocolVersion\":\"2025-06-18\"");
            assertThat(wire.receive().at("/result/protocolVersion").asString()).isEqualTo("2025-06-18");
        }
    }

    @Test
    void refusesCursorsThatItNeverGave() {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "tools/list", ",\"cursor\":\"x\"");
            wire.receiveError("1", -32602, "cursor");
        }
    }

    @Test
    void sendsProgressBeforeTheResult() {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "tools/call", Wire.META + ",\"progressToken\":12", ",\"name\":\"progress\"");
            assertThat(wire.receiveLine()).startsWith("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\"");
            assertThat(text(wire.receive())).isEqualTo("done");
        }
    }

    @Test
    void carriesTheDataOfAnErrorAndEscapesItsWords() {
        try (Wire wire = new Wire(core)) {
            wire.modern(1, "no\\\"thing", "");
            JsonNode error = wire.receive().path("error");
            assertThat(error.path("message").asString()).isEqualTo("There is no method no\"thing");
            assertThat(error.at("/data/why").asString()).isEqualTo("a \"quote\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "overflow"})
    void answersWithNothingButInternalErrorWhateverAToolThrows(String tool) {
        try (Wire wire = new Wire(core)) {
            wire.modernCall(1, tool, "{}");
            assertThat(wire.receiveLine())
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,\"message\":\"Internal error\"}}");
        }
    }

    @Test
    void interruptsACancelledCallAndNeverAnswersIt() {
        try (Wire wire = new Wire(core)) {
            wire.modernCall("\"c\"", "wait", "{}");
            core.awaitWaiting(1);
            wire.cancel("\"c\"");
            core.awaitInterrupted(1);
            wire.expectQuiet();
            wire.endInput();
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @Test
    void letsBothErasShareAPipe() {
        try (Wire wire = new Wire(core)) {
            wire.modernCall(1, "wait", "{}");
            wire.initialize().call(2, "wait", "{}").call(1, "echo", "{}");
            wire.receiveError("1", -32600, "in flight");
            core.awaitWaiting(2);
            wire.call(3, "client", "{}");
            assertThat(text(wire.receive())).isEqualTo("raw");
            wire.modern(4, "tools/list", "");
            assertThat(wire.receive().at("/result/resultType").asString()).isEqualTo("complete");
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/list\"}");
            assertThat(wire.receive().path("result").has("resultType")).isFalse();
            core.release();
            assertThat(wire.receive().path("id").asInt()
                            + wire.receive().path("id").asInt())
                    .isEqualTo(3);
            assertThat(core.built).hasValue(1);
        }
    }

    @Test
    void stillWantsInitializeFromClientsOfTheOtherEra() {
        try (Wire wire = new Wire(core)) {
            wire.modernCall(1, "echo", "{}");
            wire.receive();
            wire.call(2, "echo", "{}");
            wire.receiveError("2", -32600, "Send initialize first");
        }
    }

    @Test
    void endsAListeningRequestByCancellationWithoutAWordMore() {
        try (Wire wire = new Wire(core)) {
            wire.modern("\"s\"", "subscriptions/listen", ",\"notifications\":{}");
            assertThat(wire.receive().path("method").asString()).isEqualTo("notifications/subscriptions/acknowledged");
            core.awaitWaiting(1);
            wire.cancel("\"s\"");
            core.awaitInterrupted(1);
            wire.expectQuiet();
            wire.endInput();
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @Test
    void saysGoodbyeToThoseWhoListenWhenTheInputEnds() {
        try (Wire wire = new Wire(core)) {
            wire.modern(7, "subscriptions/listen", ",\"notifications\":{}");
            wire.receive();
            core.awaitWaiting(1);
            wire.endInput();
            assertThat(wire.receive().path("method").asString()).isEqualTo("notifications/late");
            JsonNode goodbye = wire.receive();
            assertThat(goodbye.path("id").asInt()).isEqualTo(7);
            assertThat(goodbye.at("/result/resultType").asString()).isEqualTo("complete");
            assertThat(goodbye.at("/result/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asInt())
                    .isEqualTo(7);
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @Test
    void leavesThreadsForCallsHoweverManyWantToListen() {
        try (Wire wire = new Wire(core)) {
            for (int i = 0; i < ModernRequests.MOST_LISTENING; i++) {
                wire.modern(i, "subscriptions/listen", ",\"notifications\":{}");
                wire.receive();
            }
            core.awaitWaiting(ModernRequests.MOST_LISTENING);
            wire.modern("\"more\"", "subscriptions/listen", ",\"notifications\":{}");
            wire.receiveError("\"more\"", -32603, "Too many subscriptions");
            wire.cancel(0);
            core.awaitInterrupted(1);
            wire.modern("\"more\"", "subscriptions/listen", ",\"notifications\":{}");
            assertThat(wire.receive().path("method").asString()).endsWith("acknowledged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "-0", "9007199254740993", "1e3"})
    void answersUnderTheIdAsItWasWritten(String id) {
        try (Wire wire = new Wire(core)) {
            wire.modernCall(id, "echo", "{}");
            assertThat(wire.receiveLine()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\"");
        }
    }

    @Test
    void refusesParamsThatItsJsonLibraryRefuses() {
        try (Wire wire = new Wire(core)) {
            wire.modernCall(1, "echo", "{\"n\":" + "9".repeat(5000) + "}");
            wire.receiveError("1", -32602, "params cannot be read");
        }
    }

    @Test
    void answersNoNotificationOfEitherEra() {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\",\"params\":{\"_meta\":{"
                    + Wire.META + "}}}");
            wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"_meta\":{" + Wire.META
                    + "},\"requestId\":\"nobody\"}}");
            wire.expectQuiet();
        }
    }

    @Test
    void putsWhatBothErasShareToOneHandlerAndStampsOnlyTheLater() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"}");
            assertThat(wire.receive().path("result").toString()).isEqualTo("{\"modern\":false}");
            wire.modern(2, "resources/list", "");
            JsonNode modern = wire.receive().path("result");
            assertThat(modern.path("modern").asBoolean()).isTrue();
            assertThat(modern.path("resultType").asString()).isEqualTo("complete");
        }
    }

    @Test
    void preparesDiscoverFromWhatInitializeSays() {
        JsonNode discover = JsonMapper.shared()
                .readTree(new dev.wanvideo.transport.PreparedAnswers(
                                "{\"protocolVersion\":\"{protocolVersion}\",\"capabilities\":{\"tools\":{}},"
                                        + "\"serverInfo\":{\"name\":\"n\",\"version\":\"1\"},\"instructions\":\"do\"}",
                                new byte[] {'[', ']'},
                                "{\"tools\":{},\"resources\":{\"subscribe\":true}}")
                        .stateless()
                        .discover());
        assertThat(discover.path("instructions").asString()).isEqualTo("do");
        assertThat(discover.at("/capabilities/resources/subscribe").asBoolean()).isTrue();
    }

    private static String serverName(JsonNode answer) {
        return answer.at("/result/_meta/io.modelcontextprotocol~1serverInfo/name")
                .asString();
    }

    private static String text(JsonNode answer) {
        return answer.path("result").path("content").path(0).path("text").asString();
    }
}
