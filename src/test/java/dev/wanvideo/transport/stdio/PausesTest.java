package dev.wanvideo.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PausesTest {
    private long begun;
    private boolean quiet = true;
    private final AtomicInteger done = new AtomicInteger();
    private final Pauses pauses = new Pauses(() -> begun, () -> quiet, done::incrementAndGet);

    @Test
    void nothingIsDoneForThoseWhoNeverCall() {
        assertThat(doneAfterLooks(3)).isZero();
    }

    @Test
    void aPauseIsKnownAtTheSecondLookAndUsedOnce() {
        begun = 7;
        assertThat(doneAfterLooks(1)).isZero();
        assertThat(doneAfterLooks(1)).isOne();
        assertThat(doneAfterLooks(3)).isOne();
        begun = 8;
        assertThat(doneAfterLooks(1)).isOne();
        assertThat(doneAfterLooks(1)).isEqualTo(2);
    }

    @Test
    void aCallThatWaitsIsNoPause() {
        begun = 1;
        quiet = false;
        assertThat(doneAfterLooks(3)).isZero();
        quiet = true;
        assertThat(doneAfterLooks(1)).isOne();
    }

    private int doneAfterLooks(int looks) {
        for (int look = 0; look < looks; look++) {
            pauses.look();
        }
        return done.get();
    }
}
