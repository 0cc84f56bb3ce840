package dev.wanvideo.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.ToyCore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in this process with toys for tools, and a plain client of HTTP. */
final class HttpWire implements AutoCloseable {

    static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"raw\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    static final String TOOLS = "[{\"name\":\"echo\",\"inputSchema\":{\"type\":\"object\"}}]";

    private static final Duration LONG = Duration.ofSeconds(60);

    /** A stream comes only when something is told before the answer. */
    static final Patience PATIENT = new Patience(LONG, LONG, LONG, LONG, LONG, LONG, LONG);

    final ToyCore core = new ToyCore();
    final StreamableServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile String bearer = "";

    HttpWire() {
        this(settings(PATIENT, Room.USUAL));
    }

    HttpWire(HttpSettings settings) {
        this(settings, StreamableServer.Surroundings.NOTHING);
    }

    HttpWire(HttpSettings settings, StreamableServer.Surroundings around) {
        PreparedAnswers prepared = new PreparedAnswers(
                "{\"protocolVersion\":\"{protocolVersion}\",\"capabilities\":{\"tools\":{}},"
                        + "\"serverInfo\":{\"name\":\"toy\",\"version\":\"1\"}}",
                TOOLS.getBytes(UTF_8));
        try {
            server = StreamableServer.start(settings, prepared, core::applyStreamable, around);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpSettings settings(Patience patience, Room room) {
        return new HttpSettings("127.0.0.1", 0, Set.of(), Set.of(), patience, room);
    }

    /** Answers that let wait become streams at once. */
    static HttpSettings streaming() {
        return settings(new Patience(LONG, LONG, LONG, LONG, Duration.ZERO, LONG, LONG), Room.USUAL);
    }

    /** Whose requests are made from here on. */
    HttpWire as(String token) {
        bearer = "Bearer " + token;
        return this;
    }

    HttpRequest.Builder request() {
        return known(HttpRequest.newBuilder(server.address()).timeout(LONG))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    Events stream(HttpRequest request) {
        HttpResponse<InputStream> response = send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new Events(response.body());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A request of the stateless era with all that belongs to it; the params are the members beside {@code _meta}. */
    HttpRequest modern(Object id, String method, String params, String... headers) {
        HttpRequest.Builder request = request()
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", method)
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\""
                        + method + "\",\"params\":{" + META + params + "}}"));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    HttpRequest modernCall(Object id, String tool, String arguments) {
        return modern(id, "tools/call", ",\"name\":\"" + tool + "\",\"arguments\":" + arguments, "Mcp-Name", tool);
    }

    /** Begins a session. */
    String initialize(String version) {
        HttpResponse<String> response = send(request()
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                                        + version
                                        + "\",\"capabilities\":{\"roots\":{}},\"clientInfo\":{\"name\":\"raw\",\"version\":\"1\"}}}"))
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.headers().firstValue("Mcp-Session-Id").orElseThrow();
    }

    HttpRequest inSession(String session, String message, UnaryOperator<HttpRequest.Builder> more) {
        return more.apply(request()
                        .header("Mcp-Session-Id", session)
                        .header("MCP-Protocol-Version", "2025-11-25")
                        .POST(HttpRequest.BodyPublishers.ofString(message)))
                .build();
    }

    HttpRequest inSession(String session, String message) {
        return inSession(session, message, request -> request);
    }

    HttpRequest call(String session, Object id, String tool, String arguments) {
        return inSession(session, callText(id, tool, arguments));
    }

    static String callText(Object id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    /** Listens in a session, behind this event if one is given. */
    HttpRequest listen(String session, @Nullable String lastEvent) {
        HttpRequest.Builder request = known(
                        HttpRequest.newBuilder(server.address()).timeout(LONG))
                .header("Accept", "text/event-stream")
                .header("Mcp-Session-Id", session)
                .header("MCP-Protocol-Version", "2025-11-25");
        return (lastEvent == null ? request : request.header("Last-Event-ID", lastEvent))
                .GET()
                .build();
    }

    private HttpRequest.Builder known(HttpRequest.Builder request) {
        return bearer.isEmpty() ? request : request.header("Authorization", bearer);
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        core.release();
        server.close();
    }

    /** What comes on a stream. */
    static final class Events implements AutoCloseable {

        private final BufferedReader lines;
        private final List<String> ids = new ArrayList<>();

        private Events(InputStream body) {
            lines = new BufferedReader(new InputStreamReader(body, UTF_8));
        }

        /** The next message; null at the end of the stream. */
        @Nullable
        JsonNode next() {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        ids.add(line.substring(4));
                    }
                    if (line.startsWith("data: ") && line.length() > 6) {
                        return JsonMapper.shared().readTree(line.substring(6));
                    }
                    if (line.equals("data: ")) {
                        return JsonMapper.shared().createObjectNode().put("primed", true);
                    }
                }
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode message() {
            JsonNode next = next();
            if (next == null) {
                throw new AssertionError("the stream ended");
            }
            return next;
        }

        String lastId() {
            return ids.get(ids.size() - 1);
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
