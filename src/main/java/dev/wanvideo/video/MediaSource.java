package dev.wanvideo.video;

import java.net.URI;

/** Where a picture, clip or voice lies: on the network or on this machine. */
public sealed interface MediaSource {
    /** The text the caller wrote; safe to show back to that caller. */
    String text();

    /** An absolute http or https address. */
    record Remote(URI uri) implements MediaSource {
        @Override
        public String text() {
            return uri.toString();
        }
    }

    /** A path as the caller wrote it ({@code ~}, {@code file://} and relative paths not yet resolved). */
    record Local(String text) implements MediaSource {}
}
