package dev.wanvideo.task;

import java.util.Optional;

/**
 * The task that a call of a provider is about.
 *
 * @param providerTaskId the provider's id of it, once it told one
 */
public record Expected(String taskId, String provider, Optional<String> providerTaskId) {}
