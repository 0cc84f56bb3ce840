package dev.wanvideo.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.ToyCore;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class StdioLoadTest {

    private static final int CALLS = 200;

    /** Each run is a server of its own, so that the first calls of each come before its core is there. */
    @RepeatedTest(100)
    void losesNoneOf200CallsInFlight() {
        ToyCore core = new ToyCore();
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            for (int i = 0; i < CALLS; i++) {
                wire.call(i, "wait", "{}");
            }
            core.awaitWaiting(CALLS);
            core.release();
            assertThat(idsOf(wire, CALLS)).hasSize(CALLS);
            wire.endInput();
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @RepeatedTest(100)
    void losesNoneOf200StatelessCallsInFlight() {
        ToyCore core = new ToyCore();
        try (Wire wire = new Wire(core)) {
            for (int i = 0; i < CALLS; i++) {
                wire.modernCall(i, "wait", "{}");
            }
            core.awaitWaiting(CALLS);
            core.release();
            assertThat(idsOf(wire, CALLS)).hasSize(CALLS);
            wire.endInput();
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @Test
    void losesNothingOfEitherEraWhenTheInputEndsBehindTheLastCall() {
        try (Wire wire = new Wire(new ToyCore())) {
            wire.initialize();
            for (int i = 0; i < 1000; i += 2) {
                wire.call(i, "echo", "{}").modernCall(i + 1, "echo", "{}");
            }
            wire.endInput();
            assertThat(idsOf(wire, 1000)).hasSize(1000);
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @Test
    void losesNothingWhenTheInputEndsBehindTheLastCall() {
        try (Wire wire = new Wire(new ToyCore())) {
            wire.initialize();
            for (int i = 0; i < 1000; i++) {
                wire.call(i, "echo", "{\"a\":" + i + "}");
            }
            wire.endInput();
            assertThat(idsOf(wire, 1000)).hasSize(1000);
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    private static Set<Integer> idsOf(Wire wire, int count) {
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < count; i++) {
            JsonNode answer = wire.receive();
            assertThat(answer.has("result")).isTrue();
            ids.add(answer.path("id").asInt());
        }
        return ids;
    }
}
