package dev.wanvideo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private volatile String store = "";
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final Health health = new Health(
            Map.of("store", () -> {
                looks.incrementAndGet();
                return Optional.of(store).filter(word -> !word.isEmpty());
            }),
            now::get);

    @Test
    void livesWhateverIsWrong() throws IOException, InterruptedException {
        store = "unavailable";
        health.drain();
        assertThat(asked("/healthz").statusCode()).isEqualTo(200);
        assertThat(looks).hasValue(0);
    }

    @Test
    void isReadyWhenEveryPartIs() throws IOException, InterruptedException {
        HttpResponse<String> ready = asked("/readyz");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"ready\":true}\n");
    }

    @Test
    void namesThePartThatIsNot() throws IOException, InterruptedException {
        store = "unavailable";
        HttpResponse<String> unready = asked("/readyz");
        assertThat(unready.statusCode()).isEqualTo(503);
        assertThat(unready.body()).isEqualTo("{\"ready\":false,\"parts\":{\"store\":\"unavailable\"}}\n");
    }

    @Test
    void isNotReadyFromTheMomentItIsToEnd() throws IOException, InterruptedException {
        assertThat(asked("/readyz").statusCode()).isEqualTo(200);
        health.drain();
        HttpResponse<String> draining = asked("/readyz");
        assertThat(draining.statusCode()).isEqualTo(503);
        assertThat(draining.body()).contains("\"server\":\"draining\"");
    }

    @Test
    void looksOnceASecondHoweverManyAsk() throws IOException, InterruptedException {
        asked("/readyz");
        asked("/readyz");
        assertThat(looks).hasValue(1);
        store = "unavailable";
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(asked("/readyz").statusCode()).isEqualTo(503);
        assertThat(looks).hasValue(2);
    }

    private HttpResponse<String> asked(String path) throws IOException, InterruptedException {
        try (Asked server = new Asked(health.routes())) {
            return server.get(path);
        }
    }
}
