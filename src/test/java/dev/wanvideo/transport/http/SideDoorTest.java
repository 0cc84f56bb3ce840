package dev.wanvideo.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wanvideo.transport.http.Route.Callers;
import dev.wanvideo.transport.http.StreamableServer.Surroundings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is served beside {@code /mcp}, asked over a socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SideDoorTest {

    private final CountDownLatch slow = new CountDownLatch(1);
    private final BlockingQueue<String> counted = new LinkedBlockingQueue<>();
    private final HttpWire wire = new HttpWire(
            HttpWire.settings(HttpWire.PATIENT, Room.USUAL),
            new Surroundings(
                    List.of(
                            Route.get("/open", Callers.BY_ANY_NAME, request -> RouteAnswer.json(200, "{}")),
                            Route.get("/named", Callers.BY_OUR_NAME, request -> RouteAnswer.json(200, "{}")),
                            Route.get("/broken", Callers.BY_ANY_NAME, SideDoorTest::broken),
                            Route.get("/slow", Callers.BY_ANY_NAME, this::slow),
                            new Route("POST", "/hooks/{key}", 20, Callers.BY_OUR_NAME, SideDoorTest::echo)),
                    (path, status, took) -> counted.add(path + " " + status)));

    @AfterAll
    void close() {
        slow.countDown();
        wire.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "GET /open, localhost, 200, /open",
        "GET /open?x=1, localhost, 200, /open",
        "GET /open, 10.0.0.7:8080, 200, /open",
        "GET /open/, localhost, 404, other",
        "GET /named, localhost, 200, /named",
        "GET /named, evil.example.com, 403, /named",
        "POST /named, localhost, 405, /named",
        "OPTIONS /named, localhost, 204, /named",
        "GET /broken, localhost, 500, /broken",
        "POST /hooks/abc, localhost, 201, /hooks/{key}",
        "POST /hooks/abc, evil.example.com, 403, /hooks/{key}",
        "GET /hooks/abc, localhost, 405, /hooks/{key}",
        "POST /hooks/, localhost, 404, other",
        "POST /hooks/a/b, localhost, 404, other",
        "POST /hooks, localhost, 404, other"
    })
    void answersByPathMethodAndName(String line, String host, int status, String path)
            throws IOException, InterruptedException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.send(line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            assertThat(raw.readToEnd()).startsWith("HTTP/1.1 " + status).doesNotContain("thrown");
        }
        assertThat(told(path)).isEqualTo(path + " " + status);
    }

    @Test
    void handsOverTheVariableTheHeadersAndTheBody() throws IOException {
        assertThat(post("hooks/a%2Fb", "X-Once: 1\r\nX-Twice: 1\r\nX-Twice: 2\r\n", "hello"))
                .startsWith("HTTP/1.1 201")
                .containsIgnoringCase("content-type: text/plain")
                .containsIgnoringCase("x-told: yes")
                .endsWith("a%2Fb hello Optional[1] Optional.empty");
    }

    @Test
    void readsNoBodyBeyondItsLimit() throws IOException {
        assertThat(post("hooks/a", "", "x".repeat(21))).startsWith("HTTP/1.1 413");
    }

    @Test
    void oneThatWaitsHoldsUpNobody() throws IOException {
        try (RawHttp waiting = new RawHttp(wire.server.port())) {
            waiting.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            try (RawHttp other = new RawHttp(wire.server.port())) {
                other.send("GET /open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(other.readToEnd()).startsWith("HTTP/1.1 200");
            }
            slow.countDown();
            assertThat(waiting.readUntil("\r\n")).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void refusesPathsThatCannotBeMeant() {
        assertThatThrownBy(() -> Route.get("/a/{b}/c", Callers.BY_ANY_NAME, SideDoorTest::echo))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Route("PUT", "/a", 0, Callers.BY_ANY_NAME, SideDoorTest::echo))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String post(String path, String headers, String body) throws IOException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.send("POST /" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                    + body.length() + "\r\n" + headers + "\r\n" + body);
            return raw.readToEnd();
        }
    }

    /** Other tests of this class are told of as well. */
    private String told(String path) throws InterruptedException {
        String next = counted.poll(30, TimeUnit.SECONDS);
        while (next != null && !next.startsWith(path + " ")) {
            next = counted.poll(30, TimeUnit.SECONDS);
        }
        return String.valueOf(next);
    }

    private RouteAnswer slow(RouteRequest request) {
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return RouteAnswer.empty(202);
    }

    private static RouteAnswer broken(RouteRequest request) {
        throw new IllegalStateException("thrown");
    }

    private static RouteAnswer echo(RouteRequest request) {
        String text = request.variable() + " " + new String(request.body(), UTF_8) + " " + request.header("x-once")
                + " " + request.header("X-Twice");
        return new RouteAnswer(201, "text/plain", text.getBytes(UTF_8), Map.of("X-Told", "yes"));
    }
}
