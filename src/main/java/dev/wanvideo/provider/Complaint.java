package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Category;
import java.util.Locale;
import java.util.Optional;

/**
 * How an unsuccessful answer of one provider is passed on: its own words, and a sentence on what to do.
 *
 * @param id of the provider
 * @param name of the provider, for people
 */
public record Complaint(String id, String name) {
    /**
     * What a submission came to. A status that proves nothing stays unknown, whatever the body says.
     *
     * @param words the provider's own; empty where there are none to be read
     * @param own what the provider's own code means, where it says more than the status
     */
    public SubmitOutcome ofSubmission(ApiReply reply, Optional<String> words, Optional<Category> own) {
        return Replies.category(reply.status())
                .map(usual -> own.orElse(usual))
                .<SubmitOutcome>map(category -> new SubmitOutcome.Refused(
                        category,
                        answered(reply, words) + ". " + advice(category),
                        reply.status(),
                        Replies.retryAfter(reply),
                        Optional.empty()))
                .orElseGet(() -> new SubmitOutcome.Unknown(
                        answered(reply, words) + ", which does not tell whether it took the film on",
                        Optional.of(reply.status())));
    }

    /** What a look at a task came to. */
    public PollOutcome ofLook(ApiReply reply, Optional<String> words) {
        return reply.status() == 404
                ? new PollOutcome.Missing(answered(reply, words))
                : new PollOutcome.NoAnswer(answered(reply, words), Replies.retryAfter(reply));
    }

    /** A success that is not what the provider's documents promise; it says nothing about the task. */
    public PollOutcome unreadableLook(ApiReply reply) {
        return new PollOutcome.NoAnswer(
                name + " answered HTTP " + reply.status() + " with what is not the answer its documents promise",
                Replies.retryAfter(reply));
    }

    /** Words for a film that the provider gave up. */
    public String failed(Category category, Optional<String> words) {
        String told = words.map(w -> ": \"" + Replies.quoted(w) + "\"").orElse(" and does not tell why");
        return name + " gave the film up" + told + ". " + advice(category);
    }

    private String answered(ApiReply reply, Optional<String> words) {
        return name + " answered HTTP " + reply.status()
                + words.map(w -> ": \"" + Replies.quoted(w) + "\"").orElse("");
    }

    private String advice(Category category) {
        String variable = id.toUpperCase(Locale.ROOT);
        return switch (category) {
            case UNAUTHORIZED -> "Check " + variable + "_API_KEY and what that key may do.";
            case INSUFFICIENT_FUNDS -> "Top up the account at " + name + " or use another provider.";
            case RATE_LIMITED -> "Wait, then try again, or use another provider.";
            case CONTENT_REFUSED -> "Change the prompt or the references.";
            case NOT_FOUND, UNSUPPORTED, PROTOCOL -> "Check " + variable + "_BASE_URL.";
            case INVALID_REQUEST -> "Change what it names.";
            case OVER_BUDGET, UNAVAILABLE, TIMEOUT, OUTCOME_UNKNOWN -> "Try again later or use another provider.";
        };
    }
}
