package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiOutcome.Answered;
import dev.wanvideo.http.ApiOutcome.Broken;
import dev.wanvideo.http.ApiOutcome.NotSent;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls with a key, and what tests expect to come of them. */
final class ApiCalls {
    static final String KEY = "sk-very-secret";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private ApiCalls() {}

    static ApiCall get(URI uri) {
        return new ApiCall("GET", uri, Map.of("x-api-key", KEY), Optional.empty(), PATIENCE);
    }

    static ApiCall post(URI uri) {
        return post(uri, PATIENCE);
    }

    static ApiCall post(URI uri, Duration patience) {
        return new ApiCall("POST", uri, Map.of("x-api-key", KEY), Optional.of("{\"a\":1}"), patience);
    }

    static ApiReply reply(ApiOutcome outcome) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return ((Answered) outcome).reply();
    }

    static void assertNotSent(ApiOutcome outcome, String words) {
        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(((NotSent) outcome).why()).contains(words);
    }

    static void assertBroken(ApiOutcome outcome, String words) {
        assertThat(outcome).isInstanceOf(Broken.class);
        assertThat(((Broken) outcome).why()).contains(words);
    }
}
