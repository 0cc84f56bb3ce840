package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.access.Identity;
import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.Patience;
import dev.wanvideo.transport.http.Room;
import dev.wanvideo.transport.http.StreamableServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes too often, and doors that do not open. */
final class LimitedCallersTest {
    @TempDir
    private Path folder;

    @Test
    void eachHasAMinuteOfTheirOwnAndFailuresAreToldLess() throws IOException {
        try (GuardedServer server = new GuardedServer(folder, Map.of(), new Identity.Limits(2, 2))) {
            String anna = list(server, "anna");
            assertThat(server.send(anna)).startsWith("HTTP/1.1 200");
            assertThat(server.send(anna)).startsWith("HTTP/1.1 200");
            assertThat(server.send(anna))
                    .startsWith("HTTP/1.1 429")
                    .containsIgnoringCase("Retry-After: ")
                    .contains("\"jsonrpc\":\"2.0\"", "Too many requests in a minute");
            String nobody = server.modern("", "tools/list", "{}");
            assertThat(server.send(nobody)).startsWith("HTTP/1.1 401");
            assertThat(server.send(nobody)).startsWith("HTTP/1.1 401");
            assertThat(server.send(nobody)).startsWith("HTTP/1.1 429").contains("without a valid token");
            assertThat(server.send(list(server, "bob"))).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void filesOfTheServerAreNotReadForOthersUnlessTheOwnerOpenedAFolder() throws IOException {
        try (GuardedServer server = new GuardedServer(folder, Map.of(), new Identity.Limits(100, 100))) {
            String order = server.modern(
                    GuardedServer.bearer(String.valueOf(server.tokens.get("anna"))),
                    "tools/call",
                    "{\"name\":\"create_reference_video\",\"arguments\":{\"prompt\":\"x\",\"references\":[{\"image\":"
                            + "\"/etc/passwd\"}]}}");
            assertThat(server.send(order)).contains("files of the server's machine are not read for you", "https");
        }
    }

    @Test
    void listensBeyondLoopbackOnlyWhereCallersAreKnownByANameOfItsOwn() throws IOException {
        HttpSettings open = new HttpSettings(
                "0.0.0.0", 0, Set.of("films.example.com"), Set.of(), Patience.USUAL, Room.USUAL, Optional.empty());
        assertThatThrownBy(() -> start(open)).hasMessageContaining("token add NAME");
        Settings settings = SettingsReader.read(
                Flags.read(List.of()),
                Map.of(
                        SettingNames.HOME,
                        folder.toString(),
                        SettingNames.OUTPUT_DIR,
                        folder.toString(),
                        SettingNames.OAUTH_ISSUER,
                        "https://login.example.com",
                        SettingNames.OAUTH_RESOURCE,
                        "https://films.example.com/mcp"));
        try (Callers callers = new Callers(settings.identity())) {
            HttpSettings nameless =
                    new HttpSettings("0.0.0.0", 0, Set.of(), Set.of(), Patience.USUAL, Room.USUAL, callers.identity());
            assertThatThrownBy(() -> start(nameless)).hasMessageContaining("--allow-host");
        }
    }

    @Test
    void whatWasSaidWronglyAboutIdentityOpensNoDoor() throws IOException {
        for (Map<String, String> wrong : List.of(
                Map.of(SettingNames.OAUTH_ISSUER, "https://login.example.com"),
                Map.of(
                        SettingNames.OAUTH_ISSUER, "http://login.example.com",
                        SettingNames.OAUTH_RESOURCE, "https://films.example.com/mcp"),
                Map.of(
                        SettingNames.OAUTH_ISSUER, "https://login.example.com",
                        SettingNames.OAUTH_RESOURCE, "https://films.example.com/MCP"))) {
            IdentityReader reader = new IdentityReader(new Environment(wrong, Map.of(), Map.of()));
            IdentitySettings read = reader.read(folder.resolve("tokens.json"));
            assertThat(reader.problems()).hasSize(1);
            try (Callers callers = new Callers(read)) {
                assertThatThrownBy(callers::identity).hasMessageContaining("http does not start");
            }
        }
        TokenFile file = new TokenFile(folder.resolve("tokens.json"));
        file.change(book -> book);
        IdentitySettings empty =
                new IdentityReader(new Environment(Map.of(), Map.of(), Map.of())).read(folder.resolve("tokens.json"));
        try (Callers callers = new Callers(empty)) {
            assertThatThrownBy(callers::identity).hasMessageContaining("nobody could come in");
        }
    }

    private static void start(HttpSettings settings) throws IOException {
        StreamableServer.start(
                        settings,
                        StdioProcess.prepared(),
                        transport -> request -> Map.of(),
                        StreamableServer.Surroundings.NOTHING)
                .close();
    }

    private static String list(GuardedServer server, String who) {
        return server.modern(GuardedServer.bearer(String.valueOf(server.tokens.get(who))), "tools/list", "{}");
    }
}
