package dev.wanvideo.video;

import java.util.Locale;

/** What a reference stands for in the film. */
public enum Role {
    CHARACTER,
    OBJECT,
    SCENE,
    STORYBOARD;

    /** The word that arguments carry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
