package dev.wanvideo.video;

import java.time.LocalDate;

/** Where a fact was read, and when. */
public record Source(String url, LocalDate read) {
    /** A page read on a day written {@code yyyy-mm-dd}. */
    public static Source of(String url, String day) {
        return new Source(url, LocalDate.parse(day));
    }
}
