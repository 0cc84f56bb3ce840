package dev.wanvideo.provider;

import dev.wanvideo.video.Category;
import java.time.Duration;
import java.util.Optional;

/** What became of one submission, as far as money goes. */
public sealed interface SubmitOutcome {
    /** The provider took it on and gave it this id. */
    record Accepted(String taskId, ProviderReport report) implements SubmitOutcome {}

    /** The answer was the film; it lies where it was to be written. */
    record Delivered(ProviderReport report) implements SubmitOutcome {}

    /**
     * The provider said no: nothing was accepted and nothing is charged.
     *
     * @param message the provider's words, with a sentence on what to do
     * @param retryAfter how long it asks to be left alone
     * @param otherDoor where the same provider takes it instead
     */
    record Refused(
            Category category,
            String message,
            int httpStatus,
            Optional<Duration> retryAfter,
            Optional<OutgoingRequest> otherDoor)
            implements SubmitOutcome {
        /** Without a time and another door. */
        public static Refused of(Category category, String message, int httpStatus) {
            return new Refused(category, message, httpStatus, Optional.empty(), Optional.empty());
        }

        /** Whether the same film may be asked of another provider: the refusal was about the account, not the film. */
        public boolean failsOver() {
            return switch (category) {
                case UNAUTHORIZED, INSUFFICIENT_FUNDS, RATE_LIMITED, UNAVAILABLE -> true;
                case INVALID_REQUEST,
                        UNSUPPORTED,
                        OVER_BUDGET,
                        CONTENT_REFUSED,
                        NOT_FOUND,
                        TIMEOUT,
                        OUTCOME_UNKNOWN,
                        PROTOCOL -> false;
            };
        }
    }

    /** Nothing left this machine. */
    record NotSent(String why) implements SubmitOutcome {}

    /**
     * Nobody can tell whether the provider took it on.
     *
     * @param httpStatus of an answer that proves nothing; empty where none came
     */
    record Unknown(String why, Optional<Integer> httpStatus) implements SubmitOutcome {}
}
