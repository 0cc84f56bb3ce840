package dev.wanvideo.video;

import java.util.Optional;

/**
 * What was found out about a media file by looking at its content.
 *
 * @param type MIME type by content, e.g. {@code image/png}
 * @param bytes file length
 * @param size pixel size; empty for sound or when not probed
 * @param seconds length of a clip or a voice; empty for pictures or when not probed
 */
public record MediaFacts(String type, long bytes, Optional<FrameSize> size, Optional<Double> seconds) {}
