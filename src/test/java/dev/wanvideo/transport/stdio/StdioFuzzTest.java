package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.ToyCore;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Mutated traffic of both eras, from a seed: the server lives, what has an id is answered once, every answer is one
 * well-formed line, and no memory is kept. {@code -Dwanvideo.fuzz.lines=100000} makes it long, and
 * {@code -Dwanvideo.fuzz.seed} another one.
 */
@Isolated("it measures the heap")
final class StdioFuzzTest {

    private static final long SEED = Long.getLong("wanvideo.fuzz.seed", 20261120);
    private static final int LINES = Integer.getInteger("wanvideo.fuzz.lines", 5_000);
    private static final int MOST_MEGABYTES_KEPT = 64;

    private static final String META = "\"_meta\":{" + Wire.META + "}";

    /** The sign # stands for a number of its own for each line. */
    private static final List<String> TRAFFIC = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":\"q#\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                    + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"f\",\"version\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"q#\",\"method\":\"tools/list\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"q#\",\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":"
                    + "{\"a\":[1,2.5,\"\\u00e9\"]},\"_meta\":{\"progressToken\":7}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"cancelled-#\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"s\",\"result\":{\"roots\":[]}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"q#\",\"method\":\"server/discover\",\"params\":{" + META + "}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"q#\",\"method\":\"tools/list\",\"params\":{" + META + "}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"q#\",\"method\":\"tools/call\",\"params\":{" + META
                    + ",\"name\":\"echo\",\"arguments\":{\"a\":\"\\ud83d\\ude00\"},\"inputResponses\":{},"
                    + "\"requestState\":\"x.y\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"q#\",\"method\":\"ping\",\"params\":{" + META + "}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"cancelled-#\",\"method\":\"subscriptions/listen\",\"params\":{" + META
                    + ",\"notifications\":{\"resourceSubscriptions\":[\"wan-video://tasks/1\"]}}}\n"
                    + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{" + META
                    + ",\"requestId\":\"cancelled-#\"}}");

    private final Outstanding outstanding = new Outstanding();

    @Test
    void survivesMutatedTraffic() {
        Random random = new Random(SEED);
        try (Wire wire = new Wire(new ToyCore())) {
            wire.initialize();
            long before = usedMegabytes();
            for (int i = 0; i < LINES; i++) {
                byte[] line = mutated(random, i);
                outstanding.sent(line);
                wire.send(line);
                take(wire);
            }
            long after = usedMegabytes();
            wire.endInput();
            wire.awaitEnd();
            take(wire);
            System.out.println(
                    LINES + " lines from seed " + SEED + ": " + before + " MB before, " + after + " MB after");
            assertThat(outstanding.owed()).as("seed %d", SEED).isEmpty();
            assertThat(after - before).isLessThan(MOST_MEGABYTES_KEPT);
        }
    }

    private void take(Wire wire) {
        for (String answer : wire.drainLines()) {
            assertThat(answer).doesNotContain("Exception", "dev.wanvideo");
            outstanding.answered(answer);
        }
    }

    private static byte[] mutated(Random random, int number) {
        String text = TRAFFIC.get(random.nextInt(TRAFFIC.size())).replace("#", String.valueOf(number));
        byte[] line = text.getBytes(ISO_8859_1);
        for (int i = random.nextInt(4); i > 0; i--) {
            line = mutatedOnce(random, line);
        }
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    /** Another byte somewhere, or a piece left out, or one said twice. */
    private static byte[] mutatedOnce(Random random, byte[] line) {
        int from = random.nextInt(line.length);
        int to = Math.min(line.length, from + random.nextInt(20));
        byte[] mutated;
        switch (random.nextInt(6)) {
            case 0 -> mutated = joined(line, from, to);
            case 1 -> mutated = joined(line, to, from);
            default -> {
                mutated = line.clone();
                mutated[from] = (byte) random.nextInt(256);
            }
        }
        return mutated.length == 0 ? line : mutated;
    }

    private static byte[] joined(byte[] line, int headEnd, int tailStart) {
        byte[] joined = Arrays.copyOf(line, headEnd + line.length - tailStart);
        System.arraycopy(line, tailStart, joined, headEnd, line.length - tailStart);
        return joined;
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
