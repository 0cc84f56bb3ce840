package dev.wanvideo.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.Asleep;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.ToyCore;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class StdioHandshakeTest {

    private final ToyCore core = new ToyCore();

    @ParameterizedTest
    @CsvSource({
        "2024-11-05, 2024-11-05",
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "1999-01-01, 2025-11-25"
    })
    void answersTheVersionAskedForOrElseTheLatest(String requested, String answered) {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                    + requested + "\"}}");
            assertThat(wire.receive().path("result").path("protocolVersion").asString())
                    .isEqualTo(answered);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"params\":{}", ",\"params\":null", ",\"params\":{\"protocolVersion\":7}"})
    void servesClientsWhoseInitializeSaysNothing(String params) {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"" + params + "}");
            assertThat(wire.receive().path("result").path("protocolVersion").asString())
                    .isEqualTo("2025-11-25");
            wire.call(2, "echo", "{\"a\":1}");
            assertThat(text(wire.receive())).isEqualTo("{a=1}");
        }
    }

    @Test
    void answersPreparedBytesAsOneLineEach() {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/list\",\"params\":{}}");
            assertThat(wire.receiveLine())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{\"tools\":" + Wire.TOOLS + "}}");
        }
    }

    @Test
    void answersPingAndToolsListBeforeInitialize() {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
            assertThat(wire.receive().path("result").path("tools").size()).isEqualTo(1);
            wire.expectQuiet();
        }
    }

    @Test
    void refusesOtherRequestsBeforeInitializeAndServesThemAfterwards() {
        try (Wire wire = new Wire(core)) {
            wire.call(1, "echo", "{}");
            wire.receiveError("1", -32600, "Send initialize first");
            wire.initialize().call(1, "echo", "{}");
            assertThat(text(wire.receive())).isEqualTo("{}");
        }
    }

    @Test
    void servesClientsThatNeverSendInitialized() {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}");
            wire.receive();
            wire.call(2, "echo", "{}");
            assertThat(wire.receive().path("id").asInt()).isEqualTo(2);
        }
    }

    @Test
    void tellsTheCoreWhoTheClientIs() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call(1, "client", "{}");
            assertThat(text(wire.receive())).isEqualTo("raw");
        }
    }

    @Test
    void tellsTheCoreWhoTheClientIsWhenItWasLoadedBeforeInitialize() throws InterruptedException {
        CountDownLatch built = new CountDownLatch(1);
        try (Wire wire = new Wire(provider -> told(built, provider), () -> true, Duration.ofSeconds(30))) {
            assertThat(built.await(30, TimeUnit.SECONDS)).isTrue();
            wire.initialize().call(1, "client", "{}");
            assertThat(text(wire.receive())).isEqualTo("raw");
        }
    }

    @Test
    void loadsNoCoreForThoseWhoOnlyAskWhatThereIs() throws InterruptedException {
        CountDownLatch built = new CountDownLatch(1);
        CountDownLatch looks = new CountDownLatch(2);
        Asleep wanted = () -> {
            looks.countDown();
            return false;
        };
        try (Wire wire = new Wire(provider -> told(built, provider), wanted, Duration.ofSeconds(30))) {
            wire.initialize().send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
            wire.receive();
            wire.modern(2, "tools/list", "");
            wire.receive();
            wire.modern(3, "server/discover", "");
            wire.receive();
            assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(built.getCount()).isOne();
            wire.call(4, "echo", "{}");
            assertThat(text(wire.receive())).isEqualTo("{}");
            assertThat(built.getCount()).isZero();
        }
    }

    @Test
    void answersWhatIsKnownBeforehandWithoutTheCore() throws InterruptedException {
        CountDownLatch built = new CountDownLatch(1);
        try (Wire wire = new Wire(provider -> told(built, provider), new Knowing(), Duration.ofSeconds(30))) {
            wire.call(1, "known", "{}");
            wire.receiveError("1", -32600, "Send initialize first");
            wire.initialize();
            for (String params : List.of(
                    "{\"name\":\"known\"}",
                    "{\"arguments\":{},\"name\":\"known\",\"_meta\":{\"progressToken\":1}}",
                    "{\"name\":\"known\",\"arguments\":null}")) {
                wire.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":" + params + "}");
                assertThat(wire.receiveLine()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"known\":true}}");
            }
            wire.modern(3, "tools/call", ",\"name\":\"known\"");
            assertThat(wire.receiveLine())
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"resultType\":\"complete\",\"known\":true,"
                                    + "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":{\"name\":\"toy\",\"version\":\"1\"}}}}");
            assertThat(built.getCount()).isOne();
            wire.call(4, "known", "{\"a\":1}");
            assertThat(wire.receive().path("result").has("known")).isFalse();
            wire.call(5, "known", "{}");
            assertThat(wire.receive().path("result").has("known"))
                    .as("a core that is there is asked")
                    .isFalse();
        }
    }

    /** Knows the answer of one tool. */
    private static final class Knowing implements Asleep {
        @Override
        public boolean wanted() {
            return false;
        }

        @Override
        public @Nullable String result(String tool) {
            return tool.equals("known") ? "{\"known\":true}" : null;
        }
    }

    private StatelessHandler told(CountDownLatch built, McpServerTransportProvider provider) {
        built.countDown();
        return core.apply(provider);
    }

    @Test
    void answersSecondInitializeWithItsOwnVersionAndKeepsTheFirstClient() {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                    + "\"2024-11-05\",\"capabilities\":{},\"clientInfo\":{\"name\":\"other\",\"version\":\"1\"}}}");
            assertThat(wire.receive().path("result").path("protocolVersion").asString())
                    .isEqualTo("2024-11-05");
            wire.call(1, "client", "{}");
            assertThat(text(wire.receive())).isEqualTo("raw");
        }
    }

    @Test
    void buildsTheCoreOnce() {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            for (int i = 0; i < 3; i++) {
                wire.send("{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"tools/list\"}");
                wire.receive();
                wire.call(i, "echo", "{}");
                wire.receive();
            }
            assertThat(core.built).hasValue(1);
        }
    }

    @Test
    void refusesCursorsThatItNeverGave() {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"x\"}}");
            wire.receiveError("1", -32602, "cursor");
        }
    }

    private static String text(JsonNode answer) {
        return answer.path("result").path("content").path(0).path("text").asString();
    }
}
