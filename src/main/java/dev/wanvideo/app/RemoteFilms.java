package dev.wanvideo.app;

import dev.wanvideo.http.PartNote;
import dev.wanvideo.media.Downloaded;
import dev.wanvideo.media.FilmDownload;
import dev.wanvideo.media.SpareMemory;
import dev.wanvideo.media.animatic.Animatic;
import dev.wanvideo.media.animatic.FilmSheet;
import dev.wanvideo.task.Arrival;
import dev.wanvideo.task.FetchedFilm;
import dev.wanvideo.task.FilmFetch;
import dev.wanvideo.task.FilmGone;
import dev.wanvideo.task.FilmTrouble;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Fetches finished films and looks at them, as far as this machine can decode them. */
final class RemoteFilms implements FilmFetch {
    private static final long LONGEST = 2L << 30;

    private final FilmDownload download;
    private final Animatic animatic;
    private final SpareMemory memory;
    /** Looking is work for a processor: more at once would all be done later, and lost together when the process ends. */
    private final Semaphore looks = new Semaphore(Runtime.getRuntime().availableProcessors());

    RemoteFilms(FilmDownload download, Animatic animatic, SpareMemory memory) {
        this.download = download;
        this.animatic = animatic;
        this.memory = memory;
    }

    @Override
    public FetchedFilm fetch(URI address, Path part, Consumer<Arrival> arrival)
            throws FilmGone, FilmTrouble, InterruptedException {
        try {
            return seen(part, download.fetch(address, part, LONGEST, bytes -> arrival.accept(arrival(part, bytes))));
        } catch (dev.wanvideo.media.FilmGone e) {
            throw new FilmGone(e.getMessage());
        } catch (dev.wanvideo.media.FilmTrouble e) {
            throw new FilmTrouble(e.getMessage());
        }
    }

    private static Arrival arrival(Path part, long bytes) {
        return new Arrival(bytes, PartNote.beside(part).map(PartNote::total).orElse(OptionalLong.empty()));
    }

    @Override
    public FetchedFilm seen(Path part) throws FilmTrouble, InterruptedException {
        try {
            return seen(part, download.seen(part));
        } catch (dev.wanvideo.media.FilmTrouble e) {
            throw new FilmTrouble(e.getMessage());
        }
    }

    private FetchedFilm seen(Path part, Downloaded film) throws InterruptedException {
        looks.acquire();
        FilmSheet sheet;
        try (SpareMemory.Use looking = memory.use()) {
            sheet = animatic.sheet(part, film);
        } finally {
            looks.release();
        }
        List<String> notes = sheet.why().map(List::of).orElse(List.of());
        return new FetchedFilm(film.size(), film.seconds().orElse(0.0), sheet.stills(), notes);
    }
}
