package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;
import java.util.List;

/**
 * What is known of a film before its first frame is encoded.
 *
 * @param keyFrames frame numbers that decode on their own, ascending, the first is 0
 * @param avcConfiguration the AVCDecoderConfigurationRecord
 */
record Mp4Plan(FrameSize size, int framesPerSecond, int seconds, List<Integer> keyFrames, byte[] avcConfiguration) {
    Mp4Plan {
        keyFrames = List.copyOf(keyFrames);
    }

    int frames() {
        return framesPerSecond * seconds;
    }

    int audioFrames() {
        return SilentAac.framesBefore(seconds);
    }

    /** Audio frames that are stored with the given second of video. */
    int audioFramesIn(int second) {
        return SilentAac.framesBefore(second + 1) - SilentAac.framesBefore(second);
    }
}
