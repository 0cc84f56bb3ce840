package dev.wanvideo.provider;

import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.Resolution;
import java.util.Arrays;

/** The pixels that an emulated provider delivers for the words of a request. */
public final class EmulatedFrame {
    private EmulatedFrame() {}

    /** For a ratio such as {@code 16:9} and a resolution such as {@code 720P}; both were checked before. */
    public static FrameSize of(String ratio, String resolution) {
        return FrameSize.of(
                Arrays.stream(AspectRatio.values())
                        .filter(r -> r.word().equals(ratio))
                        .findFirst()
                        .orElseThrow(),
                Arrays.stream(Resolution.values())
                        .filter(r -> r.word().equalsIgnoreCase(resolution))
                        .findFirst()
                        .orElseThrow());
    }
}
