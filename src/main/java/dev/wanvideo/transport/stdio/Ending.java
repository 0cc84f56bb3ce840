package dev.wanvideo.transport.stdio;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The moment from which nothing more is read: the input ended, or nobody reads the output. */
final class Ending implements Runnable {

    private final CountDownLatch latch = new CountDownLatch(1);

    @Override
    public void run() {
        latch.countDown();
    }

    /** Waits for it at most that long; true when it has come. */
    boolean await(Duration limit) throws InterruptedException {
        return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
