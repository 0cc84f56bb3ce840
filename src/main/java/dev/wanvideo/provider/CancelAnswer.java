package dev.wanvideo.provider;

/**
 * What a provider said to being asked to stop.
 *
 * @param message a sentence for the caller
 */
public record CancelAnswer(boolean stopped, String message) {}
