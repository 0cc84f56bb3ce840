package dev.wanvideo.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Streams end soon after the token that they came with. */
final class StreamStandingTest {

    private final KnownCallers callers = new KnownCallers();
    private final HttpWire wire = callers.wire(Room.USUAL);
    private final String anna = callers.give("anna-1");
    private final String bob = callers.give("bob");

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whatASessionListensToEndsAndThatOfOthersGoesOn() {
        String annas = wire.as(anna).initialize("2025-11-25");
        HttpWire.Events revoked = wire.stream(wire.listen(annas, null));
        assertThat(revoked.message().path("primed").asBoolean()).isTrue();
        String bobs = wire.as(bob).initialize("2025-11-25");
        HttpWire.Events kept = wire.stream(wire.listen(bobs, null));
        assertThat(kept.message().path("primed").asBoolean()).isTrue();
        callers.revoke(anna);
        assertThat(revoked.next()).isNull();
        wire.send(wire.inSession(
                bobs,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\"toy://x\"}}"));
        assertThat(kept.message().path("method").asString()).isEqualTo("notifications/resources/updated");
    }

    @Test
    void whatIsToldMeanwhileWaitsForWhoeverComesBackWithAnotherToken() {
        String session = wire.as(anna).initialize("2025-11-25");
        HttpWire.Events first = wire.stream(wire.listen(session, null));
        first.message();
        callers.revoke(anna);
        assertThat(first.next()).isNull();
        wire.as(callers.give("anna-2"))
                .send(
                        wire.inSession(
                                session,
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\"toy://x\"}}"));
        HttpWire.Events second = wire.stream(wire.listen(session, null));
        second.message();
        assertThat(second.message().path("method").asString()).isEqualTo("notifications/resources/updated");
    }

    @Test
    void aListenerOfTheStatelessEraEnds() {
        HttpWire.Events listening =
                wire.as(anna).stream(wire.modern(1, "subscriptions/listen", ",\"notifications\":{}"));
        assertThat(listening.message().path("method").asString()).endsWith("acknowledged");
        callers.revoke(anna);
        assertThat(listening.next()).isNull();
        wire.core.awaitInterrupted(1);
    }

    @Test
    void aCallThatWaitsEndsInTheStatelessEra() {
        HttpWire.Events waiting = wire.as(anna).stream(wire.modernCall(1, "wait", "{}"));
        wire.core.awaitWaiting(1);
        callers.revoke(anna);
        assertThat(waiting.next()).isNull();
        wire.core.awaitInterrupted(1);
    }

    @Test
    void aCallThatWaitsInASessionIsHeardByWhoeverComesBackWithAnotherToken() {
        String session = wire.as(anna).initialize("2025-11-25");
        HttpWire.Events waiting = wire.stream(wire.call(session, 1, "wait", "{}"));
        assertThat(waiting.message().path("primed").asBoolean()).isTrue();
        wire.core.awaitWaiting(1);
        callers.revoke(anna);
        assertThat(waiting.next()).isNull();
        HttpWire.Events again = wire.as(callers.give("anna-2")).stream(wire.listen(session, waiting.lastId()));
        wire.core.release();
        assertThat(again.message().path("id").asInt()).isEqualTo(1);
    }
}
