package dev.wanvideo.transport;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads for blocking calls: an idle one is reused, a new one is made while there are fewer than the most, and
 * only then does a call wait in line, for whichever thread becomes free first.
 */
public final class CallPool extends ThreadPoolExecutor {

    private static final int IDLE_SECONDS = 10;

    /** @param most threads at once, each of them for one call that may wait long */
    public CallPool(int most) {
        super(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new Handover(), new CallThreads(), new WaitInLine());
    }

    /** A queue that takes a task only when a thread waits for one, so that the executor makes a thread otherwise. */
    private static final class Handover extends LinkedTransferQueue<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }
    }

    /** Daemon threads, so that a call that ignores its interruption does not keep the process. */
    private static final class CallThreads implements ThreadFactory {

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "call");
            thread.setDaemon(true);
            return thread;
        }
    }

    /** Queues what no thread could take at once. */
    private static final class WaitInLine implements RejectedExecutionHandler {

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {
            pool.getQueue().add(task);
        }
    }
}
