package dev.wanvideo.media.animatic;

import java.awt.image.BufferedImage;
import java.util.List;

/** One member of the cast as drawn in a shot: pictures of one size whose middle is the middle of the card. */
record Sprite(List<BufferedImage> frames, double framesPerSecond) {
    Sprite {
        frames = List.copyOf(frames);
    }

    /** Clips run forth and back, so that they never jump. */
    BufferedImage at(double seconds) {
        int last = frames.size() - 1;
        if (last == 0) {
            return frames.get(0);
        }
        int step = (int) (seconds * framesPerSecond) % (2 * last);
        return frames.get(step <= last ? step : 2 * last - step);
    }
}
