package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one remote provider is spoken to after {@link Provider#request} made the body: what is sent, and what an answer
 * means. Pure functions; they never see the key but to name its header.
 */
public interface Wire {
    /** The headers that carry the key. */
    Map<String, String> authorization(String key);

    /** What the answer to a submission means. Of answers that prove nothing, {@link SubmitOutcome.Unknown}. */
    SubmitOutcome submitted(ApiReply reply);

    /**
     * Whether this submission is answered by the film itself, so that the body of a 200 goes to disk and the caller
     * waits for minutes.
     */
    default boolean blocking(OutgoingRequest request) {
        return false;
    }

    /**
     * Another door of the same provider for the same film, after this answer proved that the first one is not there.
     * Nothing was accepted, so asking there is not asking twice.
     */
    default Optional<OutgoingRequest> otherDoor(OutgoingRequest refused, ApiReply reply) {
        return Optional.empty();
    }

    /** Asks how a task is. */
    OutgoingRequest poll(String taskId);

    /** What the answer to {@link #poll} means. */
    PollOutcome polled(ApiReply reply);

    /** Asks to stop a task; empty where the provider has no such call. */
    default Optional<OutgoingRequest> cancel(String taskId) {
        return Optional.empty();
    }

    /** What the answer to {@link #cancel} means. */
    default CancelAnswer cancelled(ApiReply reply) {
        return new CancelAnswer(false, "This provider cannot stop a film that it has accepted.");
    }

    /** Asks for the account's latest tasks; empty where the provider has no such call. */
    default Optional<OutgoingRequest> list() {
        return Optional.empty();
    }

    /** The ids in the answer to {@link #list}; empty when it could not be read. */
    default Optional<List<String>> listed(ApiReply reply) {
        return Optional.empty();
    }
}
