package dev.wanvideo.task;

import java.util.Optional;

/** How far a task is: percent done, seconds left as a guess, and the provider's own id and word for it. */
public record Advance(
        int percent, Optional<Integer> etaSeconds, Optional<String> providerTaskId, Optional<String> providerStatus) {}
