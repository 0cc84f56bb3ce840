package dev.wanvideo.media;

import java.time.Duration;

/**
 * Hands memory back to the system when work on pictures has left it behind: such work takes more than a hundred megabytes,
 * which the process would keep until it ends. It waits for a quiet moment, since films often come one after another, and
 * does it a second time after another, since the compilers, which are busy for a while after a first film, hold memory
 * of their own.
 */
public final class SpareMemory {
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final int TIMES = 2;

    private final long quietNanos;
    private final Runnable handBack;
    private int uses;
    private long lastEnd;
    private int done;
    private boolean waiting;

    /** @param handBack runs on a thread of its own when nobody has worked for four seconds, and for eight */
    public SpareMemory(Runnable handBack) {
        this(QUIET, handBack);
    }

    /** @param handBack runs on a thread of its own when nobody has worked for {@code quiet}, and for twice as long */
    SpareMemory(Duration quiet, Runnable handBack) {
        this.quietNanos = quiet.toNanos();
        this.handBack = handBack;
    }

    /** Work on pictures, which ends with {@link #close}. */
    public interface Use extends AutoCloseable {
        @Override
        void close();
    }

    /** To be closed when the work is done. */
    public synchronized Use use() {
        uses++;
        return this::ended;
    }

    private synchronized void ended() {
        uses--;
        done = 0;
        lastEnd = System.nanoTime();
        if (!waiting) {
            waiting = true;
            Thread thread = new Thread(this::wheneverQuiet, "spare memory");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void wheneverQuiet() {
        try {
            while (due()) {
                handBack.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the time; false when it was done often enough. */
    private synchronized boolean due() throws InterruptedException {
        if (done == TIMES) {
            waiting = false;
            return false;
        }
        for (long left = left(); left > 0; left = left()) {
            wait(left / 1_000_000 + 1);
        }
        done++;
        return true;
    }

    private long left() {
        return uses > 0 ? quietNanos : (done + 1) * quietNanos - (System.nanoTime() - lastEnd);
    }
}
