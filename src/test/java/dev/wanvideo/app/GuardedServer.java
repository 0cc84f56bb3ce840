package dev.wanvideo.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.access.Identity;
import dev.wanvideo.access.Scope;
import dev.wanvideo.access.StaticToken;
import dev.wanvideo.access.TokenBook;
import dev.wanvideo.access.TokenText;
import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.Patience;
import dev.wanvideo.transport.http.RequestWatch;
import dev.wanvideo.transport.http.Room;
import dev.wanvideo.transport.http.Route;
import dev.wanvideo.transport.http.RouteAnswer;
import dev.wanvideo.transport.http.StreamableServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server over HTTP in this process, which asks callers who they are. */
final class GuardedServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Map<String, String> NAMED_BY = Map.of(
            "tools/call",
            "name",
            "prompts/get",
            "name",
            "resources/read",
            "uri",
            "tasks/get",
            "taskId",
            "tasks/update",
            "taskId",
            "tasks/cancel",
            "taskId");

    final TestIssuer issuer = new TestIssuer();
    final Map<String, String> tokens = new LinkedHashMap<>();
    private final TokenFile file;
    private final Callers callers;
    private final Assembly assembly;
    private final StreamableServer server;

    GuardedServer(Path folder, Map<String, String> more, Identity.Limits limits) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(Map.of(
                SettingNames.HOME, folder.resolve("home").toString(),
                SettingNames.OUTPUT_DIR, folder.resolve("films").toString(),
                SettingNames.OAUTH_ISSUER, issuer.issuer(),
                SettingNames.OAUTH_RESOURCE, TestIssuer.AUDIENCE));
        environment.putAll(more);
        Settings settings = SettingsReader.read(Flags.read(List.of()), environment);
        if (!settings.problems().isEmpty()) {
            throw new IllegalArgumentException(settings.problems().toString());
        }
        file = new TokenFile(settings.identity().tokens());
        callers = new Callers(settings.identity());
        give("anna", Set.of(Scope.READ, Scope.CREATE), Optional.empty());
        give("bob", Set.of(Scope.READ, Scope.CREATE), Optional.empty());
        give("creator", Set.of(Scope.CREATE), Optional.empty());
        give("reader", Set.of(Scope.READ), Optional.empty());
        give("operator", Set.of(Scope.ADMIN), Optional.empty());
        give("late", Set.of(Scope.READ), Optional.of(Instant.EPOCH));
        give("dismissed", Set.of(Scope.READ, Scope.CREATE), Optional.empty());
        revoke("dismissed");
        assembly = new Assembly(settings);
        server = StreamableServer.start(
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        Set.of("films.example.com"),
                        Set.of(),
                        new Patience(SHORT, SHORT, LONG, LONG, LONG, LONG, LONG),
                        new Room(64 * 1024, 200, 200, 200, 200, 200, 64),
                        callers.identity()
                                .map(known ->
                                        new Identity(known.staticTokens(), known.issued(), known.demands(), limits))),
                StdioProcess.prepared(),
                new ServerCore(assembly)::applyStreamable,
                new StreamableServer.Surroundings(
                        List.of(Route.get(
                                "/operators", Route.Callers.OPERATORS, request -> RouteAnswer.json(200, "{}\n"))),
                        RequestWatch.NONE));
    }

    /** Gives somebody a token; several of one name are one principal. */
    void give(String name, Set<Scope> scopes, Optional<Instant> expires) throws IOException {
        String text = TokenText.draw(new SecureRandom());
        tokens.put(name, text);
        StaticToken token =
                new StaticToken("id-" + tokens.size(), name, scopes, TokenText.sha256(text), Instant.EPOCH, expires);
        file.change(book -> book.with(token));
    }

    void revoke(String name) throws IOException {
        TokenBook unused = file.change(book -> book.without(name));
    }

    int port() {
        return server.port();
    }

    /** A request of the stateless era with all that belongs to it; the params are JSON. */
    String modern(String headers, String method, String params) {
        JsonNode given = JsonMapper.shared().readTree(params);
        String name =
                NAMED_BY.containsKey(method) ? given.path(NAMED_BY.get(method)).asString("") : "";
        String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"raw\",\"version\":\"1\"},"
                + "\"io.modelcontextprotocol/clientCapabilities\":{\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}}";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + meta
                + (given.isEmpty() ? "" : "," + params.strip().substring(1));
        return post(
                headers + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: " + method + "\r\n"
                        + (name.isEmpty() ? "" : "Mcp-Name: " + name + "\r\n"),
                body + (given.isEmpty() ? "}}" : "}"));
    }

    /** A request in a session of the older era. */
    String inSession(String headers, String session, String body) {
        return post(headers + "MCP-Protocol-Version: 2025-11-25\r\nMcp-Session-Id: " + session + "\r\n", body);
    }

    static String post(String headers, String body) {
        return "POST /mcp HTTP/1.1\r\nHost: films.example.com\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\n" + headers + "\r\n" + body;
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    /** Sends these bytes; all that comes until the server closes the connection. */
    String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Override
    public void close() {
        server.close();
        assembly.close();
        callers.close();
        issuer.close();
    }
}
