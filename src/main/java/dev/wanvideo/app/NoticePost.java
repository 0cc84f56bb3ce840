package dev.wanvideo.app;

import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiCall;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.ApiOutcome;
import dev.wanvideo.web.Notifier;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Brings notices to one address, behind the address guard; a redirect is not followed and counts as not heard. */
final class NoticePost implements Notifier.Post, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ApiClient http;
    private final URI receiver;

    NoticePost(AddressGuard guard, URI receiver) {
        this.http = new ApiClient(guard);
        this.receiver = receiver;
    }

    @Override
    public Optional<String> send(Map<String, String> headers, String json) throws InterruptedException {
        ApiOutcome outcome = http.call(new ApiCall("POST", receiver, headers, Optional.of(json), PATIENCE));
        if (outcome instanceof ApiOutcome.Answered answered) {
            int status = answered.reply().status();
            return status / 100 == 2 ? Optional.empty() : Optional.of("its receiver answered " + status);
        }
        return Optional.of(outcome instanceof ApiOutcome.NotSent none ? none.why() : "no whole answer came");
    }

    @Override
    public void close() {
        http.close();
    }
}
