package dev.wanvideo.task;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Brings finished films from where a provider keeps them, and makes sure that they are films. */
public interface FilmFetch {
    /**
     * Brings the film to {@code part}, going on after what an earlier call left there.
     *
     * @param arrival told now and then, on the calling thread, how much is there
     * @throws FilmGone when the address says for certain that it has no film any more
     * @throws FilmTrouble when it did not work this time; what is there so far stays
     */
    FetchedFilm fetch(URI address, Path part, Consumer<Arrival> arrival)
            throws FilmGone, FilmTrouble, InterruptedException;

    /**
     * Looks at a film that is on disk already.
     *
     * @throws FilmTrouble when it is no film
     */
    FetchedFilm seen(Path part) throws FilmTrouble, InterruptedException;
}
