package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedCallback;
import dev.wanvideo.provider.EmulatedWire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back those who wanted to hear of a job, as its provider would: at each change, and again after 1, 2 and 4
 * seconds while nobody answers 2xx within 10.
 */
final class Bell {
    private static final Logger log = LoggerFactory.getLogger(Bell.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 4;

    private final ScheduledExecutorService timer;
    private final Supplier<Instant> now;
    private final HttpClient http = HttpClient.newHttpClient();

    Bell(ScheduledExecutorService timer, Supplier<Instant> now) {
        this.timer = timer;
        this.now = now;
    }

    /** Rings from now on whenever the job changes. */
    void follow(Work work, EmulatedWire wire) {
        work.order().callback().ifPresent(address -> {
            URI uri = URI.create(address);
            ring(work, wire, uri);
            if (!work.due().equals(work.begins())) {
                long wait =
                        Math.max(1, Duration.between(now.get(), work.begins()).toMillis() + 1);
                timer.schedule(() -> ring(work, wire, uri), wait, TimeUnit.MILLISECONDS);
            }
            work.ended().thenAccept(phase -> ring(work, wire, uri));
        });
    }

    private void ring(Work work, EmulatedWire wire, URI address) {
        wire.callback(work.look(now.get()), "msg_" + UUID.randomUUID(), now.get())
                .ifPresent(callback -> post(address, callback, 0));
    }

    private void post(URI address, EmulatedCallback callback, int tried) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(callback.json()));
        callback.headers().forEach(request::header);
        http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding()).whenComplete((response, failure) -> {
            if (failure != null || response.statusCode() / 100 != 2) {
                again(address, callback, tried + 1);
            }
        });
    }

    private void again(URI address, EmulatedCallback callback, int tried) {
        if (tried >= TRIES) {
            log.info("Nobody took a call back");
            return;
        }
        try {
            timer.schedule(() -> post(address, callback, tried), 1L << (tried - 1), TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The sandbox ends before a call back was heard");
        }
    }
}
