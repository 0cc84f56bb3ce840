package dev.wanvideo.sandbox;

import java.util.Locale;

/** How much work goes into the films. */
public enum FilmStyle {
    /** One film for each size and length, drawn once: light enough for tests and load. */
    SHARED,
    /** A film of its own for each prompt. */
    FRESH;

    /** The word that flags carry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
