package dev.wanvideo.media.animatic;

import java.util.Optional;

/**
 * A film at a glance.
 *
 * @param stills contact sheet and poster
 * @param why there are none, as a sentence without its end
 */
public record FilmSheet(Optional<Stills> stills, Optional<String> why) {
    static FilmSheet of(Stills stills) {
        return new FilmSheet(Optional.of(stills), Optional.empty());
    }

    static FilmSheet none(String why) {
        return new FilmSheet(Optional.empty(), Optional.of("no contact sheet: " + why));
    }
}
