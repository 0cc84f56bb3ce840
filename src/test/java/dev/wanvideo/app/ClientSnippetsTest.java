package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClientSnippetsTest {
    @Test
    void aJarIsStartedThroughJavaWithPathsQuotedForEachReader() {
        ClientSnippets snippets = new ClientSnippets("C:\\Java\\java.exe", List.of("-jar", "/my films/wan.jar"));
        assertThat(snippets.lines())
                .contains(
                        "  {\"mcpServers\": {\"wan-video\": {\"command\": \"C:\\\\Java\\\\java.exe\","
                                + " \"args\": [\"-jar\", \"/my films/wan.jar\"]}}}",
                        "  claude mcp add wan-video -- 'C:\\Java\\java.exe' -jar '/my films/wan.jar'");
    }

    @Test
    void aLauncherNeedsNoArguments() {
        assertThat(new ClientSnippets("/opt/wan/wan-video-mcp", List.of()).lines())
                .contains("  {\"servers\": {\"wan-video\": {\"command\": \"/opt/wan/wan-video-mcp\"}}}");
    }
}
