package dev.wanvideo.video;

import java.util.Optional;

/**
 * What was found out about a media file by looking at its content.
 *
 * @param type MIME type by content, e.g. {@code image/png}
 * @param bytes file length; 0 when nobody told
 * @param size pixel size; empty for sound or when not probed
 * @param seconds length of a clip or a voice; empty for pictures or when not probed
 * @param transparent whether a picture has an alpha channel, used or not; empty for others or when not probed
 * @param audio whether a clip has a sound track; empty for others or when not probed
 */
public record MediaFacts(
        String type,
        long bytes,
        Optional<FrameSize> size,
        Optional<Double> seconds,
        Optional<Boolean> transparent,
        Optional<Boolean> audio) {
    /** Facts without what only a picture or only a clip has. */
    public MediaFacts(String type, long bytes, Optional<FrameSize> size, Optional<Double> seconds) {
        this(type, bytes, size, seconds, Optional.empty(), Optional.empty());
    }
}
