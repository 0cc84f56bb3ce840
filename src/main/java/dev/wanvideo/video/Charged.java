package dev.wanvideo.video;

import java.util.Locale;

/** Whether a provider took money for a task, as far as anyone can tell. */
public enum Charged {
    NO,
    YES,
    UNKNOWN;

    /** The word that results and stored rows carry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value for a stored word. */
    public static Charged of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
