package dev.wanvideo.task;

import java.util.OptionalLong;

/**
 * How much of a finished film has come from its provider.
 *
 * @param bytes that are here
 * @param total that it has, where the provider's server tells
 */
public record Arrival(long bytes, OptionalLong total) {}
