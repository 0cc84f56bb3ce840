package dev.wanvideo.provider;

import dev.wanvideo.video.Source;

/**
 * How a remote provider wants to be treated, and how it treats money.
 *
 * @param submitsPerMinute at most, per account
 * @param pollsPerMinute at most, per account
 * @param failedIsFree whether it documents that a failed film costs nothing
 */
public record Manners(int submitsPerMinute, int pollsPerMinute, boolean failedIsFree, Source source) {}
