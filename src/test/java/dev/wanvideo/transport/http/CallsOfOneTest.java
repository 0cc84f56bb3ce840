package dev.wanvideo.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody takes all the room with calls that wait. */
final class CallsOfOneTest {

    private final KnownCallers callers = new KnownCallers();
    private final HttpWire wire = callers.wire(new Room(64 * 1024, 100, 10, 10, 100, 100, 2));
    private final String anna = callers.give("anna-1");
    private final String annas = callers.give("anna-2");
    private final String bob = callers.give("bob");

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void oneMoreThanTheMostIsRefusedWhicheverTokenItComesWithAndOthersAreAnswered() {
        List<HttpWire.Events> waiting = Stream.of(anna, annas)
                .map(token -> wire.as(token).stream(wire.modernCall(1, "wait", "{}")))
                .toList();
        wire.core.awaitWaiting(2);
        String session = wire.as(anna).initialize("2025-11-25");
        refused(wire.send(wire.modernCall(7, "echo", "{}")));
        refused(wire.send(wire.call(session, 7, "echo", "{}")));
        assertThat(wire.as(bob).stream(wire.modernCall(3, "echo", "{}"))
                        .message()
                        .has("result"))
                .isTrue();
        wire.core.release();
        for (HttpWire.Events answered : waiting) {
            assertThat(answered.message().has("result")).isTrue();
            assertThat(answered.next()).isNull();
        }
    }

    @Test
    void listenersAreCountedByThemselves() {
        for (int i = 0; i < 2; i++) {
            assertThat(wire.as(anna).stream(listen(i)).message().path("method").asString())
                    .endsWith("acknowledged");
        }
        refused(wire.send(listen(7)));
        assertThat(wire.stream(wire.modernCall(3, "echo", "{}")).message().has("result"))
                .isTrue();
    }

    private java.net.http.HttpRequest listen(int id) {
        return wire.modern(id, "subscriptions/listen", ",\"notifications\":{}");
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(HttpWire.json(answer).path("id").asInt()).isEqualTo(7);
        assertThat(HttpWire.json(answer).at("/error/code").asInt()).isEqualTo(Answer.INTERNAL_ERROR);
        assertThat(HttpWire.json(answer).at("/error/message").asString()).contains("at most 2", "try again");
    }
}
