package dev.wanvideo.task;

import java.time.Duration;

/** Says that something in the database may have changed; whoever waits looks for itself. */
final class Signal {
    private long count;

    synchronized void give() {
        count++;
        notifyAll();
    }

    synchronized long count() {
        return count;
    }

    /** Returns when a signal was given after the {@code seen}-th, or when the time is over. */
    synchronized void await(long seen, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); count == seen && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
