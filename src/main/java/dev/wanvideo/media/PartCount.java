package dev.wanvideo.media;

import java.io.IOException;

/** Ends a walk through a file that is cut into more parts than any honest one: each costs time. */
final class PartCount {
    private static final int MOST = 500_000;

    private int seen;

    void next() throws IOException {
        if (++seen > MOST) {
            throw new IOException("too many parts");
        }
    }
}
