package dev.wanvideo.task;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a state on disk that announces itself to nobody. */
final class Eventually {
    private Eventually() {}

    static void is(Callable<Boolean> state) throws Exception {
        long end = System.nanoTime() + Samples.PATIENCE.toNanos();
        while (!state.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about in " + Samples.PATIENCE);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
