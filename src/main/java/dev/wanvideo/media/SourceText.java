package dev.wanvideo.media;

import dev.wanvideo.video.MediaSource;

/** Reads what a caller wrote for a picture, clip or voice: an address or a local path. */
public final class SourceText {
    private SourceText() {}

    /** The source that the text names; nothing is looked up. Any other scheme than http, https and file is a problem. */
    public static MediaSource parse(String text) throws MediaProblem {
        throw new IllegalStateException(text);
    }
}
