package dev.wanvideo.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.ToyCore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StdioEndTest {

    private final ToyCore core = new ToyCore();

    @Test
    void endsWhenTheInputEndsBeforeAnythingWasSaid() {
        try (Wire wire = new Wire(core)) {
            wire.endInput();
            wire.awaitEnd();
            wire.expectNothingMore();
            assertThat(core.built).hasValue(0);
        }
    }

    @Test
    void writesTheAnswersOfCallsThatFinishAfterTheInputEnded() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().call(1, "wait", "{}").call(2, "wait", "{}");
            core.awaitWaiting(2);
            wire.endInput();
            core.release();
            assertThat(wire.receive().path("id").asInt()
                            + wire.receive().path("id").asInt())
                    .isEqualTo(3);
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @Test
    void answersCallsThatWereWaitingForTheCoreWhenTheInputEnded() {
        try (GatedCore gated = new GatedCore(core);
                Wire wire = new Wire(gated)) {
            wire.initialize().call(1, "echo", "{}");
            wire.endInput();
            gated.open();
            assertThat(wire.receive().path("id").asInt()).isEqualTo(1);
            wire.awaitEnd();
        }
    }

    @Test
    void interruptsCallsThatOutlastTheDrainAndReturns() {
        try (Wire wire = new Wire(core, Duration.ofMillis(50))) {
            wire.initialize().call(1, "wait", "{}").call(2, "stubborn", "{}");
            core.awaitWaiting(2);
            wire.endInput();
            wire.awaitEnd();
            core.awaitInterrupted(2);
            core.release();
            wire.expectNothingMore();
        }
    }

    @Test
    void endsQuietlyWhenNobodyReadsItsOutputThoughTheInputStaysOpen() {
        try (Wire wire = new Wire(core)) {
            wire.initialize();
            wire.breakOutput();
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
            wire.awaitEnd();
            wire.expectNothingMore();
        }
    }

    @Test
    void staysWhileTheInputIsOpen() {
        try (Wire wire = new Wire(core)) {
            wire.initialize().expectQuiet();
            assertThat(wire.hasEnded()).isFalse();
        }
    }
}
