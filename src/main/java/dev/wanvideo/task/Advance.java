package dev.wanvideo.task;

import java.util.Map;
import java.util.Optional;

/**
 * How far a task is: percent done, seconds left as a guess, and the provider's own id and word for it.
 *
 * @param details JSON values that the provider told beside, e.g. {@code credits_used}; they only grow
 * @param arrival of a film that is being fetched, how much of it is here
 */
public record Advance(
        int percent,
        Optional<Integer> etaSeconds,
        Optional<String> providerTaskId,
        Optional<String> providerStatus,
        Map<String, Object> details,
        Optional<Arrival> arrival) {
    public Advance {
        details = Map.copyOf(details);
    }

    /** With nothing of a film here. */
    public Advance(
            int percent,
            Optional<Integer> etaSeconds,
            Optional<String> providerTaskId,
            Optional<String> providerStatus,
            Map<String, Object> details) {
        this(percent, etaSeconds, providerTaskId, providerStatus, details, Optional.empty());
    }

    /** Without details. */
    public Advance(
            int percent,
            Optional<Integer> etaSeconds,
            Optional<String> providerTaskId,
            Optional<String> providerStatus) {
        this(percent, etaSeconds, providerTaskId, providerStatus, Map.of());
    }
}
