package dev.wanvideo.media.animatic;

import java.util.Optional;

/**
 * A film at a glance.
 *
 * @param jpeg contact sheet, at most 200 KB
 * @param why there is none, as a sentence without its end
 */
public record FilmSheet(Optional<byte[]> jpeg, Optional<String> why) {
    static FilmSheet of(byte[] jpeg) {
        return new FilmSheet(Optional.of(jpeg), Optional.empty());
    }

    static FilmSheet none(String why) {
        return new FilmSheet(Optional.empty(), Optional.of("no contact sheet: " + why));
    }
}
