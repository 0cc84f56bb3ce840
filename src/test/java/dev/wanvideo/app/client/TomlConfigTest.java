package dev.wanvideo.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TomlConfigTest {
    private static final String ENTRY = """
            [mcp_servers.wan-video]
            command = "C:\\\\wan \\"x\\""
            args = ["-jar", "a b.jar"]
            """;

    @Test
    void aTableIsAppended() {
        assertThat(with("")).isEqualTo(ENTRY);
        assertThat(with("model = \"m\" # mine")).isEqualTo("model = \"m\" # mine\n\n" + ENTRY);
    }

    @Test
    void onlyTheCommandIsReplaced() {
        String before = """
                [mcp_servers.other]
                command = "theirs"

                [mcp_servers."wan-video"] # films
                command = "old"
                startup_timeout_sec = 20
                args = ["x"]

                [mcp_servers.wan-video.env]
                KEY = "k"
                """;
        assertThat(with(before)).isEqualTo("""
                [mcp_servers.other]
                command = "theirs"

                [mcp_servers."wan-video"] # films
                command = "C:\\\\wan \\"x\\""
                args = ["-jar", "a b.jar"]
                startup_timeout_sec = 20

                [mcp_servers.wan-video.env]
                KEY = "k"
                """);
        assertThat(with(with(before))).isEqualTo(with(before));
    }

    @Test
    void lineEndsAreKept() {
        String before = "[mcp_servers.wan-video]\r\ncommand = \"old\"\r\n\r\n[b]\r\nc = 1\r\n";
        assertThat(with(before)).contains("args", "\r\n[b]\r\nc = 1\r\n").doesNotContain("old");
        assertThat(with("a = 1\r\n").replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void whatCannotBeSetAloneIsLeft() {
        for (String bad : List.of(
                "mcp_servers = {}\n",
                "mcp_servers = 3\n",
                "[mcp_servers.wan-video]\ncommand = \"old\"\nargs = [\n  \"x\",\n]\n",
                "[broken\n")) {
            assertThatThrownBy(() -> with(bad)).as(bad).isInstanceOf(Unchangeable.class);
        }
    }

    private static String with(String text) {
        StartCommand start = new StartCommand("C:\\wan \"x\"", List.of("-jar", "a b.jar"));
        return new TomlConfig("mcp_servers").with(new Entry("wan-video", Map.of(), start), text);
    }
}
