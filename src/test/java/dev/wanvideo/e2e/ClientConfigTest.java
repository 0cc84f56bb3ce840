package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.app.client.Client;
import dev.wanvideo.app.client.StartCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;

/** What the doctor puts into a client's configuration starts the server; the files of the examples are the same. */
final class ClientConfigTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String HELLO = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Client.class)
    void whatIsWrittenStartsTheServer(Client client) throws IOException {
        Ran written = doctor(0, "--client", client.id(), "--write");
        Path file = Path.of(written.out().lines().findFirst().orElseThrow().substring("Written: ".length()));
        assertThat(file).startsWith(home);
        JsonNode entry = mapper(file).readTree(file.toFile()).path(key(client)).path("wan-video");
        List<String> command = new ArrayList<>(List.of(entry.path("command").asString()));
        entry.path("args").values().forEach(word -> command.add(word.asString()));
        Ran server = Ran.of(command, home, environment(), LIMIT, HELLO);
        assertThat(server.out()).as(server.toString()).contains("\"create_reference_video\"");
        assertThat(doctor(0, "--client", client.id(), "--write").out()).startsWith("It is there already: ");
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void theExampleIsWhatTheDoctorWrites(Client client) throws IOException {
        String ending = client == Client.CODEX ? ".toml" : ".json";
        Path example = Product.examples().resolve("clients").resolve(client.id() + ending);
        assertThat(example)
                .hasContent(client.whole(new StartCommand("/path/to/wan-video-mcp/wan-video-mcp", List.of())));
    }

    @Test
    void whatCannotBeReadIsLeftAndShown() throws IOException {
        Path file = Files.createDirectories(home.resolve(".cursor")).resolve("mcp.json");
        Files.writeString(file, "{ broken");
        Ran ran = doctor(1, "--client", "cursor", "--write");
        assertThat(ran.err())
                .contains("is left as it is", "by hand", "\"mcpServers\"")
                .doesNotContain("Exception");
        assertThat(file).hasContent("{ broken");
    }

    @Test
    void anUnknownClientIsAnsweredWithTheKnownOnes() {
        assertThat(doctor(2, "--client", "emacs").err()).contains("claude-desktop, claude-code, cursor");
        assertThat(doctor(0, "--client", "vscode").out()).contains("\"servers\"", "Code/User/mcp.json");
    }

    private Ran doctor(int exit, String... words) {
        List<String> command =
                new ArrayList<>(List.of(Product.java(), "-jar", Product.jar().toString(), "doctor"));
        command.addAll(Arrays.asList(words));
        Ran ran = Ran.of(command, home, environment(), LIMIT);
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(exit);
        return ran;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Product.hasty());
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PATH", Path.of(Product.java()).getParent() + ":" + SearchPath.text());
        return environment;
    }

    private static ObjectMapper mapper(Path file) {
        return file.toString().endsWith(".toml") ? new TomlMapper() : new JsonMapper();
    }

    private static String key(Client client) {
        return switch (client) {
            case VS_CODE -> "servers";
            case CODEX -> "mcp_servers";
            case CLAUDE_DESKTOP, CLAUDE_CODE, CURSOR, GEMINI -> "mcpServers";
        };
    }
}
