package dev.wanvideo.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class JsonScannerTest {

    private static final String REAL = "{\"jsonrpc\":\"2.0\",\"id\":12,\"method\":\"tools/call\",\"params\":{\"name\":"
            + "\"create\",\"arguments\":{\"prompt\":\"a \\\"b\\\" \\u00e9\",\"n\":[1,-2.5e+3,0.1],\"t\":true,"
            + "\"f\":false,\"z\":null},\"_meta\":{\"progressToken\":0}}}";

    private static final String ALPHABET = "{}[]:,\"\\ \t\r\nu0123456789abcdefEntrls+-./x";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " [ ] ",
                "0",
                "-0",
                "1.5E-7",
                "\"\"",
                "\"\\u00e9\\b\"",
                "true",
                "[null,{\"a\":[]}]",
                "\"\u56fe\ud83d\ude00\""
            })
    void acceptsJson(String text) throws MalformedJson {
        scan(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+1",
                ".5",
                "1.",
                "1e",
                "01",
                "-",
                "--1",
                "tru",
                "nul",
                "NaN",
                "'a'",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u123",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "[}",
                "{]",
                "1 1",
                "// a\n1",
                "\u00a01"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> scan(text)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void decodesNamesAndStrings() throws MalformedJson {
        byte[] json = "{\"\\u0061\\/\":\"\\\"\\\\\\b\\f\\n\\r\\t\\ud83d\\ude00\u56fe\"}".getBytes(UTF_8);
        JsonScanner scanner = new JsonScanner(json, 0, json.length);
        assertThat(scanner.peek()).isEqualTo('{');
        assertThat(scanner.open('}')).isTrue();
        assertThat(scanner.name()).isEqualTo("a/");
        assertThat(scanner.string()).isEqualTo("\"\\\b\f\n\r\t\ud83d\ude00\u56fe");
        assertThat(scanner.next('}')).isFalse();
        scanner.expectEnd();
    }

    @Test
    void givesValuesAsTheyWereWritten() throws MalformedJson {
        byte[] json = "[ 1.50 , \"\\u0061\" ,{ \"a\" : 1 }]".getBytes(UTF_8);
        JsonScanner scanner = new JsonScanner(json, 0, json.length);
        scanner.peek();
        scanner.open(']');
        assertThat(scanner.raw()).isEqualTo("1.50");
        scanner.next(']');
        assertThat(scanner.raw()).isEqualTo("\"\\u0061\"");
        scanner.next(']');
        assertThat(scanner.raw()).isEqualTo("{ \"a\" : 1 }");
    }

    @Test
    void goesFiveHundredLevelsDeepAndNoFurther() throws MalformedJson {
        scan("[".repeat(500) + "]".repeat(500));
        assertThatThrownBy(() -> scan("[".repeat(501) + "]".repeat(501))).isInstanceOf(MalformedJson.class);
    }

    /** Two readers that disagree about a message would let one check what the other does not see. */
    @Test
    void agreesWithTheJsonLibraryOnMutatedMessages() {
        long seed = 20261120;
        Random random = new Random(seed);
        JsonMapper library = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = mutated(random);
            boolean ours = accepts(text);
            assertThat(ours).as("seed %d, text %d: %s", seed, i, text).isEqualTo(libraryAccepts(library, text));
            accepted += ours ? 1 : 0;
        }
        assertThat(accepted).isBetween(1_000, 19_000);
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(REAL);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                default -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }

    private static boolean accepts(String text) {
        try {
            scan(text);
            return true;
        } catch (MalformedJson e) {
            return false;
        }
    }

    private static boolean libraryAccepts(JsonMapper library, String text) {
        try {
            return !library.readTree(text.getBytes(UTF_8)).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static void scan(String text) throws MalformedJson {
        byte[] json = text.getBytes(UTF_8);
        JsonScanner scanner = new JsonScanner(json, 0, json.length);
        scanner.skip();
        scanner.expectEnd();
    }
}
