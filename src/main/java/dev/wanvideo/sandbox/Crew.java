package dev.wanvideo.sandbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a sandbox: some for calls, one for time, one that draws. */
final class Crew implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Crew.class);

    private static final int CALLS = 32;
    private static final int IDLE_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 10;

    private final ThreadPoolExecutor calls;
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService renderer;

    /** @param port that the threads are named for */
    Crew(int port) {
        String name = "sandbox-" + port + "-";
        calls = new ThreadPoolExecutor(
                CALLS, CALLS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name + "calls"));
        calls.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, named(name + "time"));
        renderer = Executors.newSingleThreadExecutor(named(name + "films"));
    }

    ExecutorService calls() {
        return calls;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    ExecutorService renderer() {
        return renderer;
    }

    /** Stops them; waits for the film in hand to be given up, since its folder is about to go. */
    @Override
    public void close() {
        timer.shutdownNow();
        calls.shutdownNow();
        renderer.shutdownNow();
        try {
            if (!renderer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("A film could not be given up in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
