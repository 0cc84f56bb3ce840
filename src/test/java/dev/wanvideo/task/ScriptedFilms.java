package dev.wanvideo.task;

import dev.wanvideo.media.animatic.Stills;
import dev.wanvideo.video.FrameSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Fetches films of a few letters, and fails where a test says so. */
final class ScriptedFilms implements FilmFetch {
    static final String WHOLE = "a whole film";

    /** The addresses that were asked. */
    final List<URI> asked = new CopyOnWriteArrayList<>();

    volatile Optional<Stills> stills = Optional.of(new Stills(new byte[] {1, 2, 3}, new byte[] {4, 5}));
    volatile double seconds = 5.0;
    private final Queue<Exception> troubles = new ArrayDeque<>();

    /** The next calls fail with this, in turn, each after half of the film is there. */
    synchronized void fail(Exception... failures) {
        troubles.addAll(List.of(failures));
    }

    private synchronized Optional<Exception> next() {
        return Optional.ofNullable(troubles.poll());
    }

    @Override
    public FetchedFilm fetch(URI address, Path part, Consumer<Arrival> arrival) throws FilmGone, FilmTrouble {
        asked.add(address);
        Optional<Exception> trouble = next();
        write(part, trouble.isPresent() ? WHOLE.length() / 2 : WHOLE.length());
        arrival.accept(new Arrival(WHOLE.length(), OptionalLong.of(WHOLE.length())));
        raise(trouble);
        return seen(part);
    }

    private static void raise(Optional<Exception> trouble) throws FilmGone, FilmTrouble {
        if (trouble.isPresent() && trouble.get() instanceof FilmGone gone) {
            throw gone;
        }
        if (trouble.isPresent() && trouble.get() instanceof FilmTrouble other) {
            throw other;
        }
    }

    /** Only adds what is missing, so that a part that was thrown away meanwhile shows. */
    private static void write(Path part, int until) {
        try {
            int there = Files.exists(part) ? (int) Files.size(part) : 0;
            Files.writeString(
                    part,
                    WHOLE.substring(Math.min(there, until), until),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FetchedFilm seen(Path part) throws FilmTrouble {
        try {
            if (!Files.readString(part, StandardCharsets.UTF_8).equals(WHOLE)) {
                throw new FilmTrouble("it is not whole");
            }
        } catch (IOException e) {
            throw new FilmTrouble("it is not there");
        }
        return new FetchedFilm(new FrameSize(1280, 720), seconds, stills, List.of("it has no sound"));
    }
}
