package dev.wanvideo.transport.stdio;

import java.util.concurrent.CountDownLatch;

/** The moment from which nothing more is read: the input ended, or nobody reads the output. */
final class Ending implements Runnable {

    private final CountDownLatch latch = new CountDownLatch(1);

    @Override
    public void run() {
        latch.countDown();
    }

    void await() throws InterruptedException {
        latch.await();
    }
}
