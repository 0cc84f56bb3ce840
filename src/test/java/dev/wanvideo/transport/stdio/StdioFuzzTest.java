package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutated traffic, from a seed: every answer is one well-formed line, and the server lives. */
final class StdioFuzzTest {

    private static final long SEED = 20261120;
    private static final int LINES = 5_000;

    private static final List<String> TRAFFIC = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"f\",\"version\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":"
                    + "{\"a\":[1,2.5,\"\\u00e9\"]},\"_meta\":{\"progressToken\":7}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":3}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"s\",\"result\":{\"roots\":[]}}");

    @Test
    void survivesMutatedTraffic() {
        Random random = new Random(SEED);
        try (Wire wire = new Wire(new ToyCore())) {
            wire.initialize();
            for (int i = 0; i < LINES; i++) {
                wire.send(mutated(random));
            }
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"tools/call\",\"params\":{\"name\":\"echo\"}}");
            wire.endInput();
            wire.awaitEnd();
            List<String> answers = wire.drainLines();
            assertThat(answers).as("seed %d", SEED).hasSizeGreaterThan(LINES / 3);
            assertThat(answers)
                    .filteredOn(line -> line.startsWith("{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"result\""))
                    .hasSize(1);
            assertThat(answers).noneMatch(line -> line.contains("Exception") || line.contains("dev.wanvideo"));
        }
    }

    private static byte[] mutated(Random random) {
        byte[] line = (TRAFFIC.get(random.nextInt(TRAFFIC.size())) + "\n").getBytes(ISO_8859_1);
        for (int i = random.nextInt(4); i > 0; i--) {
            line[random.nextInt(line.length - 1)] = (byte) random.nextInt(256);
        }
        return line;
    }
}
