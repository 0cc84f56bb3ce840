package dev.wanvideo.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes to the door that is no client's honest request, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrontDoorTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String LIST =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{" + HttpWire.META + "}}";
    private static final String SESSION = "Mcp-Session-Id: ";
    private static final String MODERN = "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/list\r\n";

    private static final Route HEALTH =
            Route.get("/healthz", Route.Callers.BY_ANY_NAME, request -> RouteAnswer.json(200, "{}\n"));

    private final HttpWire wire = new HttpWire(
            new HttpSettings(
                    "127.0.0.1",
                    0,
                    Set.of("films.example.com"),
                    Set.of("https://app.example.com"),
                    new Patience(SHORT, SHORT, LONG, LONG, LONG, LONG, LONG),
                    new Room(64 * 1024, 100, 100, 100, 100, 100, 100)),
            new StreamableServer.Surroundings(List.of(HEALTH), RequestWatch.NONE));

    @AfterAll
    void close() {
        wire.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refuses(String name, String request, String status) throws IOException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.send(request);
            String answer = raw.readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 " + status);
            assertThat(answer)
                    .doesNotContain("Exception", "dev.wanvideo", "io.netty", "reactor", "\"result\"")
                    .as("one answer alone")
                    .containsOnlyOnce("HTTP/1.1");
        }
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                row("a foreign Host", post("Host: evil.example.com", LIST, MODERN), "403"),
                row("a Host that begins like ours", post("Host: localhost.evil.example.com", LIST, MODERN), "403"),
                row("a Host with a user before it", post("Host: localhost@evil.example.com", LIST, MODERN), "403"),
                row("an address that is not loopback", post("Host: 192.168.0.1", LIST, MODERN), "403"),
                row("no Host", post("X-Nothing: 1", LIST, MODERN), "400"),
                row("two Hosts", post("Host: localhost\r\nHost: evil.example.com", LIST, MODERN), "400"),
                row("a target with a foreign host", request("POST http://evil.example.com/mcp", LIST, MODERN), "404"),
                row("a foreign Origin", post(LIST, MODERN + "Origin: http://evil.example.com\r\n"), "403"),
                row(
                        "an Origin that begins like ours",
                        post(LIST, MODERN + "Origin: http://localhost.evil.example\r\n"),
                        "403"),
                row("an opaque Origin", post(LIST, MODERN + "Origin: null\r\n"), "403"),
                row("an Origin that is a file", post(LIST, MODERN + "Origin: file://\r\n"), "403"),
                row(
                        "two Origins",
                        post(LIST, MODERN + "Origin: http://localhost\r\nOrigin: http://evil.example\r\n"),
                        "403"),
                row("a body announced too large", headers("Content-Length: 70000", ""), "413"),
                row("a body that grows too large", headers("Transfer-Encoding: chunked", chunk(70_000)), "413"),
                row("a body that does not come", headers("Content-Length: 10", "12345"), "408"),
                row("a length that is no number", headers("Content-Length: ten", PING), "400"),
                row("two lengths", headers("Content-Length: 5\r\nContent-Length: 50", PING), "400"),
                row("a form", typed("application/x-www-form-urlencoded"), "415"),
                row("a simple request of a page", typed("text/plain"), "415"),
                row("JSON in another charset", typed("application/json; charset=utf-16"), "415"),
                row("a packed body", post(LIST, MODERN + "Content-Encoding: gzip\r\n"), "415"),
                row("a guessed session", post(PING, SESSION + "00000000-0000-4000-8000-000000000000\r\n"), "404"),
                row("two sessions", post(PING, SESSION + "a\r\n" + SESSION + "b\r\n"), "400"),
                row("no session", post(PING, ""), "400"),
                row("a header that the body does not bear out", post(PING, MODERN), "400"),
                row("a path that climbs", request("POST /mcp/../../etc/passwd", LIST, MODERN), "404"),
                row("a path that climbs encoded", request("POST /%2e%2e/mcp", LIST, MODERN), "404"),
                row("a path below ours", request("POST /mcp/", LIST, MODERN), "404"),
                row("another method", request("PUT /mcp", LIST, MODERN), "405"),
                row("a trace", request("TRACE /mcp", "", ""), "405"),
                row("a head that is too large", post(LIST, MODERN + "X-Large: " + "x".repeat(20_000) + "\r\n"), "431"),
                row("a line that is too long", request("POST /mcp?" + "x".repeat(5_000), LIST, MODERN), "414"),
                row("a zero byte in the name of a header", post(LIST, MODERN + "X\u0000Y: 1\r\n"), "400"));
    }

    @Test
    void twoWaysToTellALengthLetNoSecondRequestIn() throws IOException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Accept: application/json, text/event-stream\r\nConnection: close\r\n"
                    + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                    + "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(raw.readToEnd()).containsOnlyOnce("HTTP/1.1").startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void drippingHeadersAreCutOff() throws IOException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            assertThat(raw.readToEnd()).isEmpty();
        }
    }

    @Test
    void drippingHeadersOfALaterRequestAreCutOff() throws IOException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
            raw.readUntil("{}\n");
            raw.send("GET /healthz HTTP/1.1\r\nHost: loc");
            assertThat(raw.readToEnd()).isEmpty();
        }
    }

    @Test
    void servesSeveralRequestsOnOneConnectionOneAfterAnother() throws IOException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            for (int i = 0; i < 3; i++) {
                raw.post(MODERN, LIST);
                assertThat(raw.readUntil("}}\n")).startsWith("HTTP/1.1 200").contains("\"tools\"");
            }
        }
    }

    @Test
    void letsInWhatIsAllowedExpressly() throws IOException {
        String answer =
                answer(post("Host: films.example.com:443", LIST, MODERN + "Origin: https://app.example.com\r\n"));
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Access-Control-Allow-Origin: https://app.example.com");
        assertThat(answer(request(
                        "OPTIONS /mcp",
                        "",
                        "Origin: https://app.example.com\r\n" + "Access-Control-Request-Method: POST\r\n")))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("Access-Control-Allow-Headers: Accept, Authorization, Content-Type");
    }

    @Test
    void pagesOfThisMachineAreNotToldTheAnswers() throws IOException {
        assertThat(answer(post(LIST, MODERN + "Origin: http://localhost:3000\r\n")))
                .startsWith("HTTP/1.1 200")
                .doesNotContainIgnoringCase("Access-Control");
    }

    @Test
    void refusesWhatIsNoMessage() throws IOException {
        assertThat(answer(post("no JSON", MODERN))).startsWith("HTTP/1.1 400").contains("-32700");
        assertThat(answer(post("[" + LIST + "]", MODERN)))
                .startsWith("HTTP/1.1 400")
                .contains("-32600");
        assertThat(answer(post("", MODERN))).startsWith("HTTP/1.1 400").contains("-32700");
        assertThat(answer(post("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", "")))
                .startsWith("HTTP/1.1 400")
                .contains("-32600");
    }

    private String answer(String request) throws IOException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.send(request);
            return raw.readToEnd();
        }
    }

    private static Arguments row(String name, String request, String status) {
        return Arguments.of(name, request, status);
    }

    private static String post(String body, String headers) {
        return post("Host: localhost", body, headers);
    }

    private static String post(String host, String body, String headers) {
        return request("POST /mcp", host, body, headers);
    }

    private static String request(String target, String body, String headers) {
        return request(target, "Host: localhost", body, headers);
    }

    private static String request(String target, String host, String body, String headers) {
        return target + " HTTP/1.1\r\n" + host + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\n" + headers + "\r\n" + body;
    }

    private static String headers(String length, String body) {
        return "POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Accept: application/json, text/event-stream\r\n" + length + "\r\n\r\n" + body;
    }

    private static String typed(String type) {
        return "POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nAccept: application/json, text/event-stream\r\nContent-Length: " + LIST.length() + "\r\n"
                + MODERN + "\r\n" + LIST;
    }

    private static String chunk(int length) {
        return Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n0\r\n\r\n";
    }
}
