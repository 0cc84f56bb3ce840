package dev.wanvideo.media;

import dev.wanvideo.video.FrameSize;
import java.util.Optional;

/**
 * A whole film on disk.
 *
 * @param size as shown, after rotation
 * @param seconds empty where its index does not tell, as in fragmented films
 * @param audio whether it has a sound track
 * @param codec four letters by which its index names how the picture is coded, e.g. {@code avc1}
 */
public record Downloaded(FrameSize size, Optional<Double> seconds, long bytes, boolean audio, Optional<String> codec) {}
