package dev.wanvideo.kill;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for a state that announces itself to nobody. */
public final class Patience {
    static final long MILLIS = 180_000;

    private Patience() {}

    /** Returns when the state is reached; fails after some minutes. */
    public static void until(String what, BooleanSupplier state) throws InterruptedException {
        long start = System.nanoTime();
        while (!state.getAsBoolean()) {
            if (millisSince(start) > MILLIS) {
                throw new AssertionError("waited in vain for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Lets so much time pass. */
    static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
