package dev.wanvideo.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClientFileTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final StartCommand START = new StartCommand("/opt/wan", List.of());

    @TempDir
    Path folder;

    @Test
    void aNewFileIsMadeWithItsFolders() throws IOException {
        Path path = folder.resolve("a").resolve("mcp.json");
        assertThat(write(path)).isEqualTo(new ClientFile.Written(true, Optional.empty()));
        assertThat(path).hasContent(Client.CURSOR.whole(START));
    }

    @Test
    void theFileAsItWasIsKeptWithItsPermissions() throws IOException {
        Path path = Files.writeString(folder.resolve("mcp.json"), "{\"mine\": 1}");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        Path backup = write(path).backup().orElseThrow();
        assertThat(backup).hasFileName("mcp.json.backup-20261121-120000").hasContent("{\"mine\": 1}");
        assertThat(Stream.of(path, backup).map(ClientFileTest::permissions)).containsOnly("rw-------");
        assertThat(Files.readString(path)).contains("\"mine\": 1", "wan-video");
        assertThat(write(path)).isEqualTo(new ClientFile.Written(false, Optional.empty()));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("dotfiles.json"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("mcp.json"), real);
        write(link);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("wan-video");
    }

    @Test
    void aLinkToNothingIsLeftAlone() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("mcp.json"), folder.resolve("gone.json"));
        assertThatThrownBy(() -> write(link)).isInstanceOf(Unchangeable.class);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aFileThatCannotBeReadIsLeftAlone() throws IOException {
        Path path = Files.write(folder.resolve("mcp.json"), new byte[] {'{', (byte) 0xff, '}'});
        assertThatThrownBy(() -> write(path)).isInstanceOf(Unchangeable.class);
        assertThat(Files.readAllBytes(path)).hasSize(3);
        assertThat(folder).isDirectoryNotContaining("glob:**backup*");
    }

    @Test
    void everyClientHasItsPlaceOnEverySystem() {
        assertThat(places("Linux", Map.of()))
                .containsExactly(
                        "/home/u/.config/Claude/claude_desktop_config.json",
                        "/home/u/.claude.json",
                        "/home/u/.cursor/mcp.json",
                        "/home/u/.config/Code/User/mcp.json",
                        "/home/u/.codex/config.toml",
                        "/home/u/.gemini/settings.json");
        assertThat(places("Mac OS X", Map.of("CODEX_HOME", "/c")))
                .containsExactly(
                        "/home/u/Library/Application Support/Claude/claude_desktop_config.json",
                        "/home/u/.claude.json",
                        "/home/u/.cursor/mcp.json",
                        "/home/u/Library/Application Support/Code/User/mcp.json",
                        "/c/config.toml",
                        "/home/u/.gemini/settings.json");
        assertThat(places("Windows 11", Map.of("APPDATA", "/roaming")))
                .contains("/roaming/Claude/claude_desktop_config.json", "/roaming/Code/User/mcp.json");
    }

    private static List<String> places(String os, Map<String, String> variables) {
        UserPlaces places = new UserPlaces(os, Path.of("/home/u"), name -> Optional.ofNullable(variables.get(name)));
        return Stream.of(Client.values())
                .map(client -> client.file(places).toString())
                .toList();
    }

    private static ClientFile.Written write(Path path) throws IOException {
        return new ClientFile(Client.CURSOR, path, NOON).write(START);
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
