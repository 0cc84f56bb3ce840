package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Category;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an HTTP status alone proves about an order. */
final class RepliesTest {
    private static ApiReply reply(int status, Map<String, String> headers) {
        return ApiReply.of(status, headers, "words");
    }

    @ParameterizedTest
    @CsvSource({
        "301, PROTOCOL",
        "307, PROTOCOL",
        "308, PROTOCOL",
        "400, INVALID_REQUEST",
        "401, UNAUTHORIZED",
        "402, INSUFFICIENT_FUNDS",
        "404, NOT_FOUND",
        "405, UNSUPPORTED",
        "422, INVALID_REQUEST",
        "429, RATE_LIMITED"
    })
    void aNoIsANo(int status, Category category) {
        assertThat(Replies.unsuccessful(reply(status, Map.of()), "words"))
                .isEqualTo(SubmitOutcome.Refused.of(category, "words", status));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 304, 408, 500, 502, 503, 504, 520})
    void whatMayHaveBeenDoneProvesNothing(int status) {
        assertThat(Replies.unsuccessful(reply(status, Map.of()), "words")).isInstanceOf(SubmitOutcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "7|Fri, 20 Nov 2026 12:00:00 GMT|7",
                "Fri, 20 Nov 2026 12:00:30 GMT|Fri, 20 Nov 2026 12:00:00 GMT|30",
                "999999999|Fri, 20 Nov 2026 12:00:00 GMT|3600"
            },
            delimiter = '|')
    void aRequestToWaitIsReadInSecondsOrAgainstTheAnswersOwnDate(String after, String date, long seconds) {
        assertThat(Replies.retryAfter(reply(429, Map.of("Retry-After", after, "Date", date))))
                .contains(Duration.ofSeconds(seconds));
    }

    @Test
    void aRequestToWaitThatMakesNoSenseIsNone() {
        assertThat(Replies.retryAfter(reply(429, Map.of("Retry-After", "soon"))))
                .isEmpty();
        assertThat(Replies.retryAfter(reply(429, Map.of()))).isEmpty();
    }

    @Test
    void aLookThatFailsSaysNothingAboutTheTaskUnlessThereIsNone() {
        assertThat(Replies.unsuccessfulPoll(reply(404, Map.of()), "words")).isInstanceOf(PollOutcome.Missing.class);
        assertThat(Replies.unsuccessfulPoll(reply(401, Map.of()), "words")).isInstanceOf(PollOutcome.NoAnswer.class);
        assertThat(Replies.unsuccessfulPoll(reply(503, Map.of()), "words")).isInstanceOf(PollOutcome.NoAnswer.class);
    }
}
