package dev.wanvideo.transport.http;

import static dev.wanvideo.transport.http.HttpWire.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sessions of clients that begin with {@code initialize}. */
final class SessionHttpTest {

    private final HttpWire wire = new HttpWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void eachClientHasASessionOfItsOwn() {
        String one = wire.initialize("2025-11-25");
        String other = wire.initialize("2025-11-25");
        assertThat(one).isNotEqualTo(other).hasSizeGreaterThan(30);
        assertThat(json(wire.send(wire.call(one, 1, "echo", "{\"x\":1}")))
                        .at("/result/content/0/text")
                        .asString())
                .isEqualTo("{x=1}");
        assertThat(json(wire.send(wire.call(other, 1, "client", "{}")))
                        .at("/result/content/0/text")
                        .asString())
                .isEqualTo("raw");
    }

    @Test
    void listsAndPingsFromPreparedBytes() {
        String session = wire.initialize("2025-06-18");
        assertThat(wire.send(wire.inSession(session, request("tools/list"))).body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":" + HttpWire.TOOLS + "}}\n");
        assertThat(wire.send(wire.inSession(session, request("ping"))).body())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n");
    }

    @Test
    void servesWhatBothErasHave() {
        String session = wire.initialize("2025-11-25");
        assertThat(json(wire.send(wire.inSession(session, request("resources/list"))))
                        .at("/result/modern")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void takesNotificationsAndForeignResponsesWithoutAnAnswer() {
        String session = wire.initialize("2025-11-25");
        for (String message : List.of(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"nobody asked\",\"result\":{}}")) {
            HttpResponse<String> response = wire.send(wire.inSession(session, message));
            assertThat(response.statusCode()).isEqualTo(202);
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void wantsASessionThatItGave() {
        assertThat(wire.send(wire.inSession("00000000-0000-0000-0000-000000000000", request("ping")))
                        .statusCode())
                .isEqualTo(404);
        HttpRequest none = wire.request()
                .POST(HttpRequest.BodyPublishers.ofString(request("ping")))
                .build();
        assertThat(wire.send(none).statusCode()).isEqualTo(400);
        assertThat(wire.send(wire.listen("no-such", null)).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeletedSessionIsGone() {
        String session = wire.initialize("2025-11-25");
        HttpRequest delete =
                wire.request().header("Mcp-Session-Id", session).DELETE().build();
        assertThat(wire.send(delete).statusCode()).isEqualTo(204);
        assertThat(wire.send(delete).statusCode()).isEqualTo(404);
        assertThat(wire.send(wire.inSession(session, request("ping"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDeletedSessionEndsItsCallsAndItsStream() {
        String session = wire.initialize("2025-11-25");
        HttpWire.Events events = wire.stream(wire.listen(session, null));
        assertThat(events.message().path("primed").asBoolean()).isTrue();
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> wire.send(wire.call(session, 1, "wait", "{}")));
        wire.core.awaitWaiting(1);
        wire.send(wire.request().header("Mcp-Session-Id", session).DELETE().build());
        wire.core.awaitInterrupted(1);
        assertThat(events.next()).isNull();
        assertThat(call.join().body()).doesNotContain("result");
    }

    @Test
    void checksTheVersionInTheHeader() {
        String session = wire.initialize("2025-11-25");
        for (String version : List.of("1900-01-01", "2026-07-28", "nonsense")) {
            HttpRequest request = wire.request()
                    .header("Mcp-Session-Id", session)
                    .header("MCP-Protocol-Version", version)
                    .POST(HttpRequest.BodyPublishers.ofString(request("ping")))
                    .build();
            assertThat(wire.send(request).statusCode()).as(version).isEqualTo(400);
        }
        HttpRequest silent = wire.request()
                .header("Mcp-Session-Id", session)
                .POST(HttpRequest.BodyPublishers.ofString(request("ping")))
                .build();
        assertThat(wire.send(silent).statusCode()).isEqualTo(200);
    }

    @Test
    void aCancelledCallIsInterruptedAndNotAnswered() {
        String session = wire.initialize("2025-11-25");
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> wire.send(wire.call(session, 7, "wait", "{}")));
        wire.core.awaitWaiting(1);
        wire.send(wire.inSession(
                session, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}"));
        wire.core.awaitInterrupted(1);
        assertThat(call.join().body()).doesNotContain("result", "error");
    }

    @Test
    void aBrokenConnectionDoesNotCancelACall() throws Exception {
        String session = wire.initialize("2025-11-25");
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.post("Mcp-Session-Id: " + session + "\r\n", HttpWire.callText(1, "wait", "{}"));
            wire.core.awaitWaiting(1);
        }
        // Another call goes all the way through the server and back meanwhile.
        wire.send(wire.call(session, 2, "echo", "{}"));
        assertThat(json(wire.send(wire.call(session, 1, "echo", "{}")))
                        .at("/error/message")
                        .asString())
                .isEqualTo("A request with this id is in flight");
    }

    @Test
    void asksTheClientOnTheStreamOfTheCall() {
        String session = wire.initialize("2025-11-25");
        HttpWire.Events events = wire.stream(wire.call(session, 1, "roots", "{}"));
        assertThat(events.message().path("primed").asBoolean()).isTrue();
        JsonNode asked = events.message();
        assertThat(asked.path("method").asString()).isEqualTo("roots/list");
        String response = "{\"jsonrpc\":\"2.0\",\"id\":" + asked.path("id")
                + ",\"result\":{\"roots\":[{\"uri\":\"file:///here\"}]}}";
        assertThat(wire.send(wire.inSession(session, response)).statusCode()).isEqualTo(202);
        assertThat(events.message().at("/result/content/0/text").asString()).isEqualTo("file:///here");
    }

    @Test
    void givesAMissedAnswerToAClientThatComesBack() {
        String session = wire.initialize("2025-11-25");
        try (HttpWire streaming = new HttpWire(HttpWire.streaming())) {
            String other = streaming.initialize("2025-11-25");
            HttpWire.Events broken = streaming.stream(streaming.call(other, 1, "wait", "{}"));
            assertThat(broken.message().path("primed").asBoolean()).isTrue();
            streaming.core.awaitWaiting(1);
            broken.close();
            streaming.core.release();
            HttpWire.Events resumed = streaming.stream(streaming.listen(other, broken.lastId()));
            assertThat(resumed.message().at("/result/content/0/text").asString())
                    .isEqualTo("released");
            assertThat(resumed.next()).isNull();
            assertThat(streaming.stream(streaming.listen(other, resumed.lastId()))
                            .next())
                    .as("nothing came after the answer")
                    .isNull();
            assertThat(streaming.send(streaming.listen(other, "9-9")).statusCode())
                    .isEqualTo(400);
            assertThat(wire.send(wire.listen(session, resumed.lastId())).statusCode())
                    .as("an event of another session")
                    .isEqualTo(400);
        }
    }

    @Test
    void doesNotPrimeClientsThatDoNotKnowIt() {
        String session = wire.initialize("2025-06-18");
        HttpWire.Events events = wire.stream(wire.inSession(
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"progress\","
                        + "\"arguments\":{},\"_meta\":{\"progressToken\":\"p\"}}}"));
        assertThat(events.message().path("method").asString()).isEqualTo("notifications/progress");
    }

    @Test
    void whatBelongsToNoCallGoesToTheNewestListener() {
        String session = wire.initialize("2025-11-25");
        HttpWire.Events former = wire.stream(wire.listen(session, null));
        assertThat(former.message().path("primed").asBoolean()).isTrue();
        HttpWire.Events newer = wire.stream(wire.listen(session, null));
        assertThat(newer.message().path("primed").asBoolean()).isTrue();
        assertThat(former.next()).isNull();
        wire.send(wire.inSession(session, request("resources/subscribe")));
        assertThat(newer.message().path("method").asString()).isEqualTo("notifications/resources/updated");
    }

    @Test
    void whatNobodyListensToWaitsForAListenerAndWatchesEndWithTheSession() {
        String session = wire.initialize("2025-11-25");
        assertThat(wire.send(wire.inSession(session, request("resources/subscribe")))
                        .statusCode())
                .isEqualTo(200);
        HttpWire.Events events = wire.stream(wire.listen(session, null));
        events.message();
        assertThat(events.message().path("method").asString()).isEqualTo("notifications/resources/updated");
        wire.send(wire.request().header("Mcp-Session-Id", session).DELETE().build());
        wire.core.awaitInterrupted(1);
    }

    private static String request(String method) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\"}";
    }
}
