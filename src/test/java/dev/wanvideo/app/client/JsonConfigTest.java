package dev.wanvideo.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonConfigTest {
    private static final JsonConfig CONFIG = new JsonConfig("mcpServers");

    @Test
    void anEmptyFileHoldsThisServerAlone() {
        assertThat(with("")).isEqualTo("""
                {
                  "mcpServers": {
                    "wan-video": {
                      "command": "/opt/wan",
                      "args": [ "-jar", "a b.jar" ]
                    }
                  }
                }
                """);
    }

    @Test
    void allElseStaysCharacterByCharacter() {
        String before = """
                // mine
                {
                \t"theme":"dark",   /* as I like it */
                \t"mcpServers": { // servers
                \t\t"files" : {"command":"npx","args":["-y","files",],},
                \t},
                \t"scale": 1.50,
                }""";
        String after = with(before);
        assertThat(after).contains("\"wan-video\": {");
        assertThat(after.replaceFirst("(?s)\n    \"wan-video\": \\{.*?\n    },", ""))
                .isEqualTo(before);
    }

    @Test
    void serversAreAddedToAFileWithoutAny() {
        String before = "{\"theme\": \"dark\"}";
        assertThat(with(before))
                .startsWith("{\n  \"mcpServers\": {\n    \"wan-video\"")
                .endsWith("},\"theme\": \"dark\"}");
    }

    @Test
    void whatAPersonSetInTheEntryStays() {
        String before = """
                {"mcpServers": {"wan-video": {"command": "old", "args": ["-x"], "env": {"KEY": "k"}, "timeout": 9}}}""";
        assertThat(with(before))
                .contains("\"/opt/wan\"", "\"KEY\": \"k\"", "\"timeout\": 9")
                .doesNotContain("old", "-x");
    }

    @Test
    void nothingChangesTheSecondTime() {
        String once = with("{\"a\": {\"b\": [1, 2]}, \"mcpServers\": {}}");
        assertThat(with(once)).isEqualTo(once);
    }

    @Test
    void lineEndsAndByteOrderMarkAreKept() {
        String after = with("\uFEFF{\r\n  \"mcpServers\": {\r\n  }\r\n}\r\n");
        assertThat(after).startsWith("\uFEFF{\r\n").contains("\"wan-video\"");
        assertThat(after.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void aNameInsideAnotherEntryIsNotTakenForTheEntry() {
        String before = """
                {"projects": {"mcpServers": {"wan-video": {"command": "theirs"}}}, "mcpServers": {"x": {"wan-video": 1}}}""";
        assertThat(with(before)).contains("theirs", "{\"wan-video\": 1}", "/opt/wan");
    }

    @Test
    void whatCannotBeReadIsLeft() {
        for (String bad : List.of("{", "[]", "{\"mcpServers\": []}", "{\"a\": 1, \"a\": 2}", "nonsense")) {
            assertThatThrownBy(() -> with(bad)).as(bad).isInstanceOf(Unchangeable.class);
        }
    }

    private static String with(String text) {
        StartCommand start = new StartCommand("/opt/wan", List.of("-jar", "a b.jar"));
        return CONFIG.with(new Entry("wan-video", Map.of(), start), text);
    }
}
