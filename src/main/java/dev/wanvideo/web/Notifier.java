package dev.wanvideo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.provider.WebhookSignature;
import dev.wanvideo.task.Notice;
import dev.wanvideo.task.Notices;
import dev.wanvideo.task.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Tells a receiver of each end of a task, signed, at least once, until it says that it has heard. */
public final class Notifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    /** One that waits for its answer holds up nobody but the other's half. */
    private static final int THREADS = 2;

    private final Supplier<Optional<Notices>> notices;
    private final byte[] secret;
    private final Post post;
    private final Clock clock;
    private final Consumer<String> outcomes;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, Notifier::daemon);

    /**
     * @param notices empty while the store is not open
     * @param secret what both sides know
     * @param outcomes told {@code delivered}, {@code failed} or {@code given_up} of each try
     */
    public Notifier(
            Supplier<Optional<Notices>> notices, byte[] secret, Post post, Clock clock, Consumer<String> outcomes) {
        this.notices = notices;
        this.secret = secret.clone();
        this.post = post;
        this.clock = clock;
        this.outcomes = outcomes;
    }

    /** Brings a notice to its receiver. */
    @FunctionalInterface
    public interface Post {
        /**
         * Sends one, once, and waits for the answer.
         *
         * @return why it is not certain to have been heard, in words for the log; empty when it is
         */
        Optional<String> send(Map<String, String> headers, String json) throws InterruptedException;
    }

    /** Looks for news from now on, with this much time between two looks. */
    @SuppressWarnings("FutureReturnValueIgnored") // They run until the threads are shut down.
    public void start(Duration gap) {
        for (int i = 0; i < THREADS; i++) {
            threads.scheduleWithFixedDelay(
                    this::tellAll, i * gap.toMillis() / THREADS, gap.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tellAll() {
        try {
            Optional<Notices> open = notices.get();
            while (open.isPresent() && !threads.isShutdown()) {
                Optional<Notice> next = open.get().take();
                if (next.isEmpty()) {
                    return;
                }
                tell(open.get(), next.get());
            }
        } catch (StoreUnavailable e) {
            LOG.debug("Notices wait for the store: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A notice could not be sent by a fault of this program; the debug log level shows it");
            LOG.debug("The fault", e);
        }
    }

    private void tell(Notices from, Notice notice) throws InterruptedException {
        try (MDC.MDCCloseable unused = MDC.putCloseable("task_id", notice.taskId())) {
            told(from, notice);
        }
    }

    private void told(Notices from, Notice notice) throws InterruptedException {
        Optional<String> trouble = sent(notice);
        if (trouble.isEmpty()) {
            from.told(notice);
            outcomes.accept("delivered");
            return;
        }
        Optional<Duration> again = from.again(notice);
        outcomes.accept(again.isPresent() ? "failed" : "given_up");
        LOG.warn(
                "The end of {} could not be told: {}; {}",
                notice.taskId(),
                trouble.get(),
                again.map(gap -> "tried again in " + gap.toSeconds() + " s").orElse("it is given up"));
    }

    private Optional<String> sent(Notice notice) throws InterruptedException {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", notice.id());
        headers.put("webhook-timestamp", timestamp);
        headers.put(
                "webhook-signature",
                WebhookSignature.of(
                        secret, notice.id(), timestamp, notice.json().getBytes(UTF_8)));
        return post.send(headers, notice.json());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "notices");
        thread.setDaemon(true);
        return thread;
    }
}
