package dev.wanvideo.task;

import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Locale;

/** What of a whole film is not as it was asked for. */
final class FilmDoubts {
    /** Codecs round to whole frames, and sound to whole packets. */
    private static final double TOLERATED_SECONDS = 1;

    private FilmDoubts() {}

    /** In sentences; none for a film whose length is not known. */
    static List<String> of(ReferenceVideoRequest asked, FetchedFilm film) {
        long wanted = asked.format().seconds();
        return film.seconds() <= 0 || Math.abs(film.seconds() - wanted) <= TOLERATED_SECONDS
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT, "The film is %.1f s long, %d s were asked for.", film.seconds(), wanted));
    }
}
