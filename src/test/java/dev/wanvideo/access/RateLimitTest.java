package dev.wanvideo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
    private long nanos;
    private final RateLimit limit = new RateLimit(60, 3, () -> nanos);

    @Test
    void letsSoManyThroughAndSaysHowLongToWaitForTheNext() {
        for (int i = 0; i < 60; i++) {
            assertThat(limit.take("anna")).isZero();
        }
        assertThat(limit.take("anna")).isEqualTo(Duration.ofSeconds(1));
        assertThat(limit.take("bob")).as("bob is counted apart").isZero();
        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(limit.take("anna")).isZero();
        assertThat(limit.take("anna")).isPositive();
    }

    @Test
    void remembersOnlySoMany() {
        for (int i = 0; i < 1000; i++) {
            limit.take("address " + i);
        }
        assertThat(limit.remembered()).isEqualTo(3);
    }
}
