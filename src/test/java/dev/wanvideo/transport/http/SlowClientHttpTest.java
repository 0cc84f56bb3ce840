package dev.wanvideo.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that read slowly, or wait long. */
final class SlowClientHttpTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final int MOST_UNREAD = 2000;

    private final HttpWire wire =
            new HttpWire(HttpWire.settings(new Patience(LONG, LONG, SHORT, SHORT, AT_ONCE, SHORT, LONG), Room.USUAL));

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void anAnswerThatLetsWaitBecomesAStreamWithSignsOfLife() throws IOException {
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            call(raw, "wait", "{}");
            assertThat(raw.readUntil(":\n\n")).contains("HTTP/1.1 200", "text/event-stream");
            raw.readUntil(":\n\n");
            raw.readUntil(":\n\n");
            wire.core.release();
            assertThat(raw.readUntil("}}\n\n")).contains("event: message\ndata: {", "released");
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOff() throws IOException {
        String large = "{\"x\":\"" + "x".repeat(500_000) + "\"}";
        try (RawHttp raw = new RawHttp(wire.server.port())) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < MOST_UNREAD; i++) {
                            call(raw, "echo", large);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(wire.send(wire.modern(1, "tools/list", "")).statusCode()).isEqualTo(200);
    }

    private static void call(RawHttp raw, String tool, String arguments) throws IOException {
        raw.post(
                "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\nMcp-Name: " + tool + "\r\n",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + HttpWire.META + ",\"name\":\""
                        + tool + "\",\"arguments\":" + arguments + "}}");
    }
}
