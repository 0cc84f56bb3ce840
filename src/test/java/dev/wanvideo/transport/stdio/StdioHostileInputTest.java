package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.ToyCore;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line is answered, and the server answers the next one. */
final class StdioHostileInputTest {

    private final ToyCore core = new ToyCore();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\t",
                "{",
                "}",
                "nonsense",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}",
                "{\"jsonrpc\":\"2.0\",\"id\":01,\"method\":\"ping\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"pi\tng\"}",
                "{'jsonrpc':'2.0','id':1,'method':'ping'}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",}",
                "Content-Length: 47\r",
                "\u0000"
            })
    void answersLinesThatAreNotJson(String line) {
        try (Wire wire = new Wire(core)) {
            wire.send(line);
            wire.receiveError("null", -32700, "Parse error");
            wire.expectQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c3\u0028", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f8\u0088\u0080\u0080", "\u00ff"})
    void answersTextThatIsNotUtf8(String bytes) {
        try (Wire wire = new Wire(core)) {
            wire.send(("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + bytes + "\"}\n").getBytes(ISO_8859_1));
            wire.receiveError("null", -32700, "Parse error");
            wire.expectQuiet();
        }
    }

    @Test
    void answersNestingWithoutEnd() {
        try (Wire wire = new Wire(core)) {
            wire.send("[".repeat(1_000_000));
            wire.receiveError("null", -32700, "Parse error");
            wire.expectQuiet();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|null|Batches",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]|null|Batches",
                "7|null|object",
                "\"ping\"|null|object",
                "null|null|object",
                "{}|null|jsonrpc",
                "{\"id\":1,\"method\":\"ping\"}|1|jsonrpc",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}|1|jsonrpc",
                "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}|1|jsonrpc",
                "{\"jsonrpc\":\"2.0\",\"id\":1}|1|method is missing",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}|1|method must be a string",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}|1|method must be a string",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}|null|id",
                "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}|null|id",
                "{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"ping\"}|null|id",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}|null|id",
                "{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}|null|id",
                "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{}}|null|id",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"notifications/initialized\"}|null|id"
            })
    void refusesMessagesThatAreNotRequests(String line, String id, String why) {
        try (Wire wire = new Wire(core)) {
            wire.send(line);
            wire.receiveError(id, -32600, why);
            wire.expectQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"x\"", "true"})
    void refusesParamsThatAreNotAnObject(String params) {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":" + params + "}");
            wire.receiveError("1", -32602, "params must be an object");
            wire.expectQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.50",
                "1e3",
                "12345678901234567890123456789012345678901234567890",
                "\"\"",
                "\"a\"",
                "\"\\u0061\\/\\n\\\"\"",
                "\"\u56fe\ud83d\ude00\"",
                "\"1\""
            })
    void echoesIdsAsTheyWereWritten(String id) {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            wire.send("{\"jsonrpc\":\"2.0\",\"id\": " + id + " ,\"method\":\"ping\"}");
            assertThat(wire.receiveLine()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\"");
            wire.call(id, "echo", "{}");
            assertThat(wire.receiveLine()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\"");
            wire.call(id, "nobody", "{}");
            assertThat(wire.receiveLine()).startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\"");
        }
    }

    @Test
    void understandsEscapedMethodNames() {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"\\u0069d\":1,\"method\":\"tools\\/list\"}");
            assertThat(wire.receive().path("result").path("tools").size()).isEqualTo(1);
        }
    }

    @Test
    void acceptsWindowsLineEndsAndLastLinesWithoutEnd() {
        try (Wire wire = new Wire(core)) {
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\r\n".getBytes(UTF_8));
            assertThat(wire.receive().path("id").asInt()).isEqualTo(1);
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}".getBytes(UTF_8));
            wire.endInput();
            assertThat(wire.receive().path("id").asInt()).isEqualTo(2);
            wire.awaitEnd();
        }
    }

    @Test
    void acceptsSeveralLinesInOneWriteAndOneLineInSeveral() {
        try (Wire wire = new Wire(core)) {
            String line = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";
            wire.send((line + line + line.substring(0, 20)).getBytes(UTF_8));
            wire.receive();
            wire.receive();
            wire.send(line.substring(20).getBytes(UTF_8));
            wire.receive();
            wire.expectQuiet();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":77,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":-1,\"message\":\"m\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"m\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":7}",
                "{\"id\":1,\"result\":null}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard_of\",\"params\":[1]}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":404}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":null}}"
            })
    void ignoresResponsesAndNotificationsThatNobodyWaitsFor(String line) {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call(1, "echo", "{}").receive();
            wire.send(line);
            wire.expectQuiet();
        }
    }

    @Test
    void refusesOversizedMessagesUnderTheirIdWhereverItStands() {
        try (Wire wire = new Wire(core)) {
            byte[] filler = filler(LineReader.LIMIT);
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\",\"params\":\"".getBytes(UTF_8));
            wire.send(filler).send("\"}");
            wire.receiveError("1", -32600, "Message too large");
            wire.send("{\"method\":\"x\",\"params\":{\"id\":5,\"s\":\"".getBytes(UTF_8));
            wire.send(filler).send(filler).send("\\\"\"},\"jsonrpc\":\"2.0\",\"id\":\"late\"}");
            wire.receiveError("\"late\"", -32600, "Message too large");
            wire.expectQuiet();
        }
    }

    @Test
    void refusesOversizedNoiseWithoutId() {
        try (Wire wire = new Wire(core)) {
            wire.send(filler(LineReader.LIMIT + 1)).send("");
            wire.receiveError("null", -32600, "Message too large");
            wire.send(filler(LineReader.LIMIT + 1));
            wire.endInput();
            wire.receiveError("null", -32600, "Message too large");
            wire.awaitEnd();
        }
    }

    @Test
    void takesMessagesOfExactlyTheLimit() {
        try (Wire wire = new Wire(core)) {
            String head = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"s\":\"";
            wire.send(head.getBytes(UTF_8))
                    .send(filler(LineReader.LIMIT - head.length() - 3))
                    .send("\"}}\r");
            assertThat(wire.receiveLine()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
            wire.expectQuiet();
        }
    }

    private static byte[] filler(int size) {
        byte[] filler = new byte[size];
        Arrays.fill(filler, (byte) 'x');
        return filler;
    }
}
