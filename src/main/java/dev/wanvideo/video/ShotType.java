package dev.wanvideo.video;

import java.util.Locale;

/** One continuous take, or several. */
public enum ShotType {
    SINGLE,
    MULTI;

    /** The word that arguments carry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
