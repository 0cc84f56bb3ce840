package dev.wanvideo.media;

import dev.wanvideo.http.FetchLimits;
import dev.wanvideo.http.FetchProblem;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.PartNote;
import dev.wanvideo.video.Category;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Brings finished films to this machine, in as many attempts as the network takes, and calls none whole that is not. */
public final class FilmDownload {
    private static final Set<Integer> GONE = Set.of(401, 403, 404, 410);
    private static final Duration ATTEMPT = Duration.ofMinutes(30);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Fetcher fetcher;
    private final Duration silence;

    public FilmDownload(Fetcher fetcher) {
        this(fetcher, SILENCE);
    }

    /** @param silence for which a server may send nothing */
    FilmDownload(Fetcher fetcher, Duration silence) {
        this.fetcher = fetcher;
        this.silence = silence;
    }

    /**
     * Brings a film to {@code part}, going on where an earlier attempt broke off. Beside it lies a small note of what the
     * part is of, until the film is whole.
     *
     * @param mostBytes the longest film that is taken
     * @param bytesSoFar hears now and then, on this thread, how long the part is
     * @throws FilmGone when the link does not lead to the film any more; the part is deleted
     * @throws FilmTrouble when this attempt failed; what came stays for the next, unless it is of no use
     */
    public Downloaded fetch(URI film, Path part, long mostBytes, LongConsumer bytesSoFar)
            throws FilmGone, FilmTrouble, InterruptedException {
        Optional<Downloaded> there = whole(part);
        if (there.isEmpty()) {
            bring(film, part, mostBytes, bytesSoFar);
        }
        Downloaded whole = there.isPresent() ? there.get() : judged(part);
        forget(part);
        return whole;
    }

    /** What a film is that lies on disk already; trouble when it is none, or not whole. */
    public Downloaded seen(Path part) throws FilmTrouble, InterruptedException {
        return FilmCheck.of(part);
    }

    /** Deletes a part with what is remembered of it, if they are there. */
    public void discard(Path part) throws FilmTrouble {
        try {
            Files.deleteIfExists(part);
            PartNote.remove(part);
        } catch (IOException e) {
            throw new FilmTrouble(Category.UNAVAILABLE, "the unfinished film could not be deleted");
        }
    }

    /** A film that an earlier attempt brought to its end; as long as its note says more is to come, it is none. */
    private static Optional<Downloaded> whole(Path part) throws InterruptedException {
        try {
            Optional<PartNote> note = PartNote.beside(part);
            long length = Files.size(part);
            return note.isEmpty() || note.get().total().orElse(-1) == length
                    ? Optional.of(FilmCheck.of(part))
                    : Optional.empty();
        } catch (IOException | FilmTrouble e) {
            return Optional.empty();
        }
    }

    private void bring(URI film, Path part, long mostBytes, LongConsumer bytesSoFar)
            throws FilmGone, FilmTrouble, InterruptedException {
        FetchLimits limits = FetchLimits.of(mostBytes, ATTEMPT).silentFor(silence);
        try {
            fetcher.grow(film, part, limits, bytesSoFar);
        } catch (FetchProblem e) {
            if (GONE.contains(e.status())) {
                discard(part);
                throw new FilmGone("the link to the film leads to nothing: " + e.getMessage());
            }
            throw new FilmTrouble(Fetches.category(e.kind()), "the film could not be fetched: " + e.getMessage());
        }
    }

    /** What came whole by its bytes and is no whole film by its content would stay so: the next attempt begins anew. */
    private Downloaded judged(Path part) throws FilmTrouble, InterruptedException {
        try {
            return FilmCheck.of(part);
        } catch (FilmTrouble e) {
            discard(part);
            throw e;
        }
    }

    private static void forget(Path part) throws FilmTrouble {
        try {
            PartNote.remove(part);
        } catch (IOException e) {
            throw new FilmTrouble(Category.UNAVAILABLE, "the output folder is not writable");
        }
    }
}
