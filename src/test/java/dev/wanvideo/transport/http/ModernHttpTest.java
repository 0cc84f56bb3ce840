package dev.wanvideo.transport.http;

import static dev.wanvideo.transport.http.HttpWire.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stateless era over HTTP. */
final class ModernHttpTest {

    private final HttpWire wire = new HttpWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void discoversAndListsFromPreparedBytes() {
        HttpResponse<String> discovered = wire.send(wire.modern(1, "server/discover", ""));
        assertThat(discovered.statusCode()).isEqualTo(200);
        assertThat(discovered.headers().firstValue("Mcp-Session-Id")).isEmpty();
        assertThat(json(discovered).at("/result/supportedVersions/0").asString())
                .isEqualTo("2026-07-28");
        assertThat(json(wire.send(wire.modern(2, "tools/list", "")))
                        .at("/result/tools/0/name")
                        .asString())
                .isEqualTo("echo");
    }

    @Test
    void answersACallWithADocumentWhenNothingIsToldBefore() {
        HttpResponse<String> response = wire.send(wire.modernCall("\"a\"", "echo", "{\"x\":1}"));
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json(response).path("id").asString()).isEqualTo("a");
        assertThat(json(response).at("/result/resultType").asString()).isEqualTo("complete");
        assertThat(json(response).at("/result/content/0/text").asString()).isEqualTo("{x=1}");
    }

    @Test
    void tellsOfProgressOnAStreamThatEndsWithTheAnswer() {
        HttpWire.Events events = wire.stream(wire.modernCall(3, "progress", "{}"));
        assertThat(events.message().path("method").asString()).isEqualTo("notifications/progress");
        assertThat(events.message().at("/result/content/0/text").asString()).isEqualTo("done");
        assertThat(events.next()).isNull();
    }

    @Test
    void aClientThatClosesTheConnectionCancelsItsCall() {
        HttpWire.Events events = wire.stream(wire.modern(4, "subscriptions/listen", ""));
        assertThat(events.message().path("method").asString()).contains("acknowledged");
        wire.core.awaitWaiting(1);
        events.close();
        wire.core.awaitInterrupted(1);
    }

    @Test
    void aClientThatLeavesBeforeAnythingWasSaidCancelsItsCall() throws Exception {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            raw.post(
                    "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\nMcp-Name: wait\r\n",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + HttpWire.META
                            + ",\"name\":\"wait\",\"arguments\":{}}}");
            wire.core.awaitWaiting(1);
        }
        wire.core.awaitInterrupted(1);
    }

    @Test
    void refusesWithTheStatusThatBelongsToTheError() {
        refused(wire.modern(5, "no/such", ""), 404, -32601);
        refused(wire.modern(6, "ping", ""), 404, -32601);
        refused(wire.modern(7, "initialize", ""), 404, -32601);
        refused(wire.modernCall(8, "fail", "{}"), 500, -32603);
        refused(wire.modernCall(9, "unknown", "{}"), 200, -32602);
    }

    @Test
    void refusesHeadersThatDoNotSayWhatTheBodySays() {
        String name = ",\"name\":\"echo\",\"arguments\":{}";
        refused(wire.modern(1, "tools/call", name), 400, -32020);
        refused(wire.modern(1, "tools/call", name, "Mcp-Name", "other"), 400, -32020);
        refused(wire.modern(1, "tools/call", name, "Mcp-Name", "echo", "Mcp-Name", "other"), 400, -32020);
        refused(wire.modern(1, "tools/call", name, "Mcp-Name", "=?base64?ZWNobw?="), 400, -32020);
        refused(wire.modern(1, "tools/list", "", "Mcp-Method", "tools/call"), 400, -32020);
        assertThat(wire.send(wire.modern(1, "tools/call", name, "Mcp-Name", "=?base64?ZWNobw==?="))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAVersionThatIsNotSpoken() {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{"
                + HttpWire.META.replace("2026-07-28", "2099-01-01") + "}}";
        HttpRequest.Builder request = wire.request().header("Mcp-Method", "tools/list");
        HttpRequest other = request.copy()
                .header("MCP-Protocol-Version", "2099-01-01")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        refused(other, 400, -32022);
        refused(
                request.header("MCP-Protocol-Version", "2026-07-28")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                400,
                -32020);
    }

    @Test
    void refusesARequestThatSaysByItsHeaderAloneThatItIsStateless() {
        HttpRequest request = wire.request()
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/list")
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
                .build();
        refused(request, 400, -32602);
    }

    @Test
    void hasNothingToGetOrDelete() {
        for (String method : new String[] {"GET", "DELETE"}) {
            HttpResponse<String> response = wire.send(wire.request()
                    .header("MCP-Protocol-Version", "2026-07-28")
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("POST");
        }
    }

    private void refused(HttpRequest request, int status, int code) {
        HttpResponse<String> response = wire.send(request);
        assertThat(json(response).at("/error/code").asInt()).as(response.body()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("id").isNumber()).isTrue();
        assertThat(response.body()).doesNotContain("secret", "Exception", "dev.wanvideo");
    }
}
