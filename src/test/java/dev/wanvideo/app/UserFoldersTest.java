package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UserFoldersTest {
    private static final Path HOME = Path.of("/home/anna");

    @Test
    void linuxKeepsDataWhereXdgSays() {
        assertThat(folders("Linux", Map.of()).data()).isEqualTo(HOME.resolve(".local/share/wan-video-mcp"));
        assertThat(folders("Linux", Map.of("XDG_DATA_HOME", "/data")).data()).isEqualTo(Path.of("/data/wan-video-mcp"));
        assertThat(folders("Linux", Map.of("XDG_DATA_HOME", "relative")).data())
                .isEqualTo(HOME.resolve(".local/share/wan-video-mcp"));
    }

    @Test
    void macKeepsDataInApplicationSupport() {
        assertThat(folders("Mac OS X", Map.of()).data())
                .isEqualTo(HOME.resolve("Library/Application Support/wan-video-mcp"));
    }

    @Test
    void windowsKeepsDataInLocalAppData() {
        assertThat(folders("Windows 11", Map.of("LOCALAPPDATA", "/local")).data())
                .isEqualTo(Path.of("/local/wan-video-mcp"));
        assertThat(folders("Windows 11", Map.of()).data()).isEqualTo(HOME.resolve("AppData/Local/wan-video-mcp"));
    }

    @Test
    void withoutHomeThePasswordFileDecides() {
        UserFolders folders = new UserFolders(new Environment(Map.of(), Map.of(), Map.of()), "Linux", "/home/bob");
        assertThat(folders.home()).isEqualTo(Path.of("/home/bob"));
    }

    @Test
    void aUserWithoutAHomeLivesAtTheRootAndThatIsKnown() {
        for (String home : new String[] {"?", "", "relative", "/with\0nothing"}) {
            UserFolders folders = new UserFolders(new Environment(Map.of(), Map.of(), Map.of()), "Linux", home);
            assertThat(folders.known()).isFalse();
            assertThat(folders.home()).isEqualTo(Path.of("/").toAbsolutePath());
        }
        assertThat(folders("Linux", Map.of()).known()).isTrue();
    }

    private static UserFolders folders(String os, Map<String, String> variables) {
        return new UserFolders(
                new Environment(Map.of(), variables, Map.of("HOME", HOME.toString())), os, "/home/other");
    }
}
