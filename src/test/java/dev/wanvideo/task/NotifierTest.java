package dev.wanvideo.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.web.Notifier;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Tells real ends to a receiver that hears them or not. */
final class NotifierTest extends OnRemoteBench {
    private static final byte[] SECRET = "a secret of twenty-four!".getBytes(UTF_8);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

    private record Sent(Map<String, String> headers, String json) {}

    @Test
    void signsWhatItTells() throws InterruptedException, GeneralSecurityException {
        made();
        try (Notifier notifier = notifier(Optional.empty())) {
            notifier.start(OFTEN);
            assertThat(outcome()).isEqualTo("delivered");
        }
        Sent told = sent.remove();
        String id = told.headers().getOrDefault("webhook-id", "");
        String timestamp = told.headers().getOrDefault("webhook-timestamp", "");
        assertThat(timestamp).isEqualTo(String.valueOf(bench.clock.instant().getEpochSecond()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        byte[] signature = mac.doFinal((id + "." + timestamp + "." + told.json()).getBytes(UTF_8));
        assertThat(told.headers())
                .containsEntry("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
    }

    @Test
    void triesAgainUnderTheSameIdUntilItIsHeard() throws InterruptedException {
        made();
        try (Notifier deaf = notifier(Optional.of("its receiver answered 500"))) {
            deaf.start(OFTEN);
            assertThat(outcome()).isEqualTo("failed");
        }
        bench.clock.move(Duration.ofSeconds(30));
        try (Notifier heard = notifier(Optional.empty())) {
            heard.start(OFTEN);
            assertThat(outcome()).isEqualTo("delivered");
        }
        List<Sent> all = new ArrayList<>(sent);
        assertThat(all).hasSize(2);
        assertThat(all.get(1).headers().get("webhook-id"))
                .isEqualTo(all.get(0).headers().get("webhook-id"));
        assertThat(all.get(1).headers().get("webhook-signature"))
                .as("of another time")
                .isNotEqualTo(all.get(0).headers().get("webhook-signature"));
    }

    @Test
    void saysWhenItGivesUp() throws InterruptedException {
        made();
        bench.clock.move(Notices.NEWS_FOR.minusSeconds(10));
        try (Notifier deaf = notifier(Optional.of("its receiver answered 500"))) {
            deaf.start(OFTEN);
            assertThat(outcome()).isEqualTo("given_up");
        }
    }

    private void made() {
        String id = bench.running();
        bench.gateway.shows(RemoteBench.finished());
        bench.step(id);
    }

    private Notifier notifier(Optional<String> trouble) {
        Notices notices = new Notices(bench.database, bench.books.table(), bench.clock);
        Notifier.Post post = (headers, json) -> {
            sent.add(new Sent(Map.copyOf(headers), json));
            return trouble;
        };
        return new Notifier(() -> Optional.of(notices), SECRET, post, bench.clock, outcomes::add);
    }

    private String outcome() throws InterruptedException {
        return String.valueOf(outcomes.poll(30, TimeUnit.SECONDS));
    }
}
