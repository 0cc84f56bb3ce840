package dev.wanvideo.bench;

import dev.wanvideo.media.Downloaded;
import dev.wanvideo.media.FilmDownload;
import dev.wanvideo.task.Arrival;
import dev.wanvideo.task.FetchedFilm;
import dev.wanvideo.task.FilmFetch;
import dev.wanvideo.task.FilmGone;
import dev.wanvideo.task.FilmTrouble;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Fetches films and looks whether they are whole, without drawing contact sheets. */
record PlainFilms(FilmDownload downloads) implements FilmFetch {
    private static final long MOST_BYTES = 100_000_000;

    @Override
    public FetchedFilm fetch(URI address, Path part, Consumer<Arrival> arrival)
            throws FilmGone, FilmTrouble, InterruptedException {
        try {
            return plain(downloads.fetch(
                    address, part, MOST_BYTES, bytes -> arrival.accept(new Arrival(bytes, OptionalLong.empty()))));
        } catch (dev.wanvideo.media.FilmGone e) {
            throw new FilmGone(e.getMessage());
        } catch (dev.wanvideo.media.FilmTrouble e) {
            throw new FilmTrouble(e.getMessage());
        }
    }

    @Override
    public FetchedFilm seen(Path part) throws FilmTrouble, InterruptedException {
        try {
            return plain(downloads.seen(part));
        } catch (dev.wanvideo.media.FilmTrouble e) {
            throw new FilmTrouble(e.getMessage());
        }
    }

    private static FetchedFilm plain(Downloaded film) {
        return new FetchedFilm(film.size(), film.seconds().orElse(0.0), Optional.empty(), List.of());
    }
}
