package dev.wanvideo.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.HandClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long what a static token let in may stay. */
final class StandingTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenBook book = TokenBook.EMPTY;
    private final HandClock clock = new HandClock();
    private final StaticTokens tokens = new StaticTokens(() -> book, clock);

    @Test
    void endsWhenTheTokenIsRevokedThoughAnotherOfTheSameNameStays() {
        Standing revoked = letIn(given("1", Optional.empty()));
        Standing kept = letIn(given("2", Optional.empty()));
        book = book.without("1");
        assertThat(revoked.holds()).isFalse();
        assertThat(kept.holds()).isTrue();
    }

    @Test
    void endsWhenTheTokenExpires() {
        Standing standing = letIn(given("1", Optional.of(clock.instant().plusSeconds(60))));
        clock.move(Duration.ofSeconds(59));
        assertThat(standing.holds()).isTrue();
        clock.move(Duration.ofSeconds(1));
        assertThat(standing.holds()).isFalse();
    }

    private String given(String id, Optional<Instant> expires) {
        String text = TokenText.draw(RANDOM);
        book = book.with(
                new StaticToken(id, "anna", Set.of(Scope.READ), TokenText.sha256(text), Instant.EPOCH, expires));
        return text;
    }

    private Standing letIn(String token) {
        return ((Verdict.Admitted) tokens.verdict(token)).grant().standing();
    }
}
