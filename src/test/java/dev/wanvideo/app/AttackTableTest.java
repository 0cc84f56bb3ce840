package dev.wanvideo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.access.Identity;
import dev.wanvideo.access.Scope;
import dev.wanvideo.access.TokenText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those try who are somebody else, or nobody, against a server that asks callers who they are. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AttackTableTest {
    private static final String NEVER = "wv_0000000000000000000";

    private static final Identity.Limits MANY = new Identity.Limits(100_000, 100_000);

    private final Map<String, String> values = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private GuardedServer server;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        server = new GuardedServer(folder, Map.of(SettingNames.MEDIA_ROOTS, folder.toString()), MANY);
        Path picture = folder.resolve("anna.png");
        ImageIO.write(new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        values.putAll(server.tokens);
        values.put("anna-hash", TokenText.sha256(token("anna")));
        values.put("long", "x".repeat(13_000));
        values.put("tokens", folder.resolve("home/tokens.json").toString());
        values.put("task", film(picture));
        values.put("film", onlyFilm(folder.resolve("films")));
        values.put("session", session(token("anna")));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void refuses(String name, String status, String words, String who, String what) throws IOException {
        String answer = server.send(request(who, what, values));
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains(words).containsOnlyOnce("HTTP/1.1 ");
        assertThat(answer)
                .doesNotContain("Exception", "dev.wanvideo", "io.netty", "nimbus", "sha256", "root:")
                .doesNotContain(server.tokens.values());
        if (status.equals("401") || status.equals("403") && words.startsWith("scope")) {
            assertThat(answer)
                    .containsIgnoringCase("WWW-Authenticate: Bearer ")
                    .contains(
                            "resource_metadata=\"https://films.example.com/.well-known/oauth-protected-resource/mcp\"");
        }
        if (status.equals("200")) {
            assertThat(withoutIds(answer)).isEqualTo(withoutIds(server.send(request(who, what, never()))));
        }
        assertThat(server.issuer.elsewhereAsked).hasValue(0);
    }

    static Stream<Arguments> rows() throws IOException {
        try (InputStream in = AttackTableTest.class.getResourceAsStream("attacks.psv")) {
            List<Arguments> rows = new ArrayList<>();
            for (String line : new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).split("\n")) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    rows.add(Arguments.of((Object[]) line.split(" \\| ", 5)));
                }
            }
            return rows.stream();
        }
    }

    @Test
    void letsInWhoIsKnown() throws IOException {
        for (String who : List.of("anna", "jwt:good", "jwt:good-ec", "jwt:at-jwt", "jwt:scp-list")) {
            assertThat(server.send(request(who, "tools/list {}", values)))
                    .as(who)
                    .startsWith("HTTP/1.1 200")
                    .contains("create_reference_video");
        }
        assertThat(server.send(request("operator", rawGet("/operators", "operator"), values)))
                .startsWith("HTTP/1.1 200");
        assertThat(server.send(request(
                        "anna", "tools/call {\"name\":\"get_task\",\"arguments\":{\"task_id\":\"{task}\"}}", values)))
                .contains("succeeded", "wan-video://tasks/" + values.get("task") + "/film")
                .doesNotContain("\"path\"", values.get("film"));
    }

    @Test
    void aTokenThatIsRevokedIsRefusedInItsRunningSession() throws IOException {
        server.give("erik", Set.of(Scope.READ), Optional.empty());
        values.put("erik", token("erik"));
        String session = session(token("erik"));
        String ping = server.inSession(
                GuardedServer.bearer(token("erik")), session, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
        assertThat(server.send(ping)).startsWith("HTTP/1.1 200");
        server.revoke("erik");
        assertThat(server.send(ping)).startsWith("HTTP/1.1 401").contains("invalid_token");
    }

    @Test
    void tellsClientsWhereTokensComeFrom() throws IOException {
        for (String path :
                List.of("/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/mcp")) {
            String answer =
                    server.send("GET " + path + " HTTP/1.1\r\nHost: films.example.com\r\nConnection: close\r\n\r\n");
            JsonNode metadata = JsonMapper.shared().readTree(GuardedServer.body(answer));
            assertThat(metadata.path("resource").asString()).isEqualTo(TestIssuer.AUDIENCE);
            assertThat(metadata.at("/authorization_servers/0").asString()).isEqualTo(server.issuer.issuer());
            assertThat(metadata.path("scopes_supported").toString()).isEqualTo("[\"read\",\"create\"]");
        }
    }

    private String request(String who, String what, Map<String, String> given) {
        String headers = who.equals("-")
                ? ""
                : who.startsWith("jwt:")
                        ? GuardedServer.bearer(server.issuer.token(who.substring(4)))
                        : server.tokens.containsKey(who) ? GuardedServer.bearer(token(who)) : filled(who, given);
        String filled = filled(what, given);
        int space = filled.indexOf(' ');
        if (what.startsWith("raw ")) {
            return filled.substring(4);
        }
        if (what.startsWith("session ")) {
            String method = filled.split(" ")[1];
            return server.inSession(
                    headers,
                    String.valueOf(given.get("session")),
                    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"" + method + "\"}");
        }
        return server.modern(headers, filled.substring(0, space), filled.substring(space + 1));
    }

    private static String rawGet(String path, String who) {
        return "raw GET " + path + " HTTP/1.1\\r\\nHost: localhost\\r\\nAuthorization: Bearer {" + who
                + "}\\r\\nConnection: close\\r\\n\\r\\n";
    }

    private static String filled(String text, Map<String, String> given) {
        String filled = text.replace("\\r\\n", "\r\n");
        for (Map.Entry<String, String> value : given.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** The same with an id that never was, of the same length. */
    private Map<String, String> never() {
        Map<String, String> never = new LinkedHashMap<>(values);
        never.put("task", NEVER);
        never.put("film", String.valueOf(values.get("film")).replaceFirst("[0-9a-z]{6}\\.mp4$", "000000.mp4"));
        return never;
    }

    private static String withoutIds(String answer) {
        return GuardedServer.body(answer).replaceAll("wv_[0-9a-z]+", "ID").replaceAll("[0-9a-z]{6}\\.mp4", "FILM");
    }

    private String token(String name) {
        return String.valueOf(server.tokens.get(name));
    }

    /** Has Anna make a film, and waits for it. */
    private String film(Path picture) throws IOException {
        String anna = GuardedServer.bearer(token("anna"));
        String made = server.send(server.modern(
                anna,
                "tools/call",
                "{\"name\":\"create_reference_video\",\"arguments\":{\"prompt\":\"@anna waves\",\"duration\":2,"
                        + "\"provider\":\"preview\",\"references\":[{\"name\":\"anna\",\"image\":\"" + picture
                        + "\"}]}}"));
        String id = facts(made).path("taskId").asString("");
        assertThat(id).as(made).startsWith("wv_");
        String seen = "";
        while (!seen.contains("\"status\":\"succeeded\"")) {
            assertThat(seen).doesNotContain("\"status\":\"failed\"", "\"error\"");
            seen = server.send(server.modern(
                    anna,
                    "tools/call",
                    "{\"name\":\"get_task\",\"arguments\":{\"task_id\":\"" + id + "\",\"wait_seconds\":30}}"));
        }
        return id;
    }

    private static JsonNode facts(String answer) {
        return JsonMapper.shared().readTree(GuardedServer.body(answer)).path("result");
    }

    private String session(String token) throws IOException {
        String answer = server.send(GuardedServer.post(
                GuardedServer.bearer(token),
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"raw\",\"version\":\"1\"}}}"));
        return answer.replaceFirst("(?is).*mcp-session-id: ([^\r]+)\r.*", "$1");
    }

    private static String onlyFilm(Path films) throws IOException {
        try (Stream<Path> files = Files.list(films)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".mp4"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
