package dev.wanvideo.video;

import java.util.Optional;

/** Facts about media for tests. */
final class PictureFacts {
    private PictureFacts() {}

    static MediaFacts of(String type, long bytes, int width, int height) {
        return new MediaFacts(type, bytes, Optional.of(new FrameSize(width, height)), Optional.empty());
    }

    static MediaFacts sound(double seconds) {
        return new MediaFacts("audio/mpeg", 1000, Optional.empty(), Optional.of(seconds));
    }
}
