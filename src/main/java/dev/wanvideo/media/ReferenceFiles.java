package dev.wanvideo.media;

import dev.wanvideo.http.FetchLimits;
import dev.wanvideo.http.FetchProblem;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.RequestMedia;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Gets at pictures, clips and voices wherever they lie, and judges them by their content. */
public final class ReferenceFiles {
    private static final Duration LOOKS = Duration.ofSeconds(10);
    private static final Duration FETCH = Duration.ofSeconds(120);

    private final MediaRoots roots;
    private final Fetcher fetcher;
    private final Scratch scratch;
    private final RemoteProbe probe;
    private final Duration looks;

    /**
     * @param scratch takes the copies of what is fetched or mended
     */
    public ReferenceFiles(MediaRoots roots, Fetcher fetcher, Scratch scratch) {
        this(roots, fetcher, scratch, Clock.systemUTC(), LOOKS);
    }

    /**
     * @param clock by which results of looks grow old
     * @param looks how long all looks of a request may take together
     */
    ReferenceFiles(MediaRoots roots, Fetcher fetcher, Scratch scratch, Clock clock, Duration looks) {
        this.roots = roots;
        this.fetcher = fetcher;
        this.scratch = scratch;
        this.probe = new RemoteProbe(fetcher, clock);
        this.looks = looks;
    }

    /**
     * Quick looks at all media of a request, side by side, within a time limit that they share. Local files are read
     * where they lie, of remote ones two small parts at most. Messages are sentences about "the file" or "its content"
     * and name neither path nor address.
     *
     * @return what was found, by {@link RequestMedia#field} and in that order
     */
    public Map<String, Look> look(List<RequestMedia> media, Mend mend) throws InterruptedException {
        return new LookRound(looks).look(media, (one, time) -> look(one.source(), one.kind(), mend, time));
    }

    /** A quick look at one of them. */
    public Look look(MediaSource source, MediaKind kind, Mend mend) throws InterruptedException {
        return look(source, kind, mend, TimeLeft.of(looks));
    }

    private Look look(MediaSource source, MediaKind kind, Mend mend, TimeLeft time) throws InterruptedException {
        if (source instanceof MediaSource.Remote remote) {
            return probe.look(remote.uri(), kind, mend, time);
        }
        try (FileBytes file = roots.open(source.text())) {
            return RemoteProbe.seen(Inspection.of(file, kind, mend));
        } catch (MediaProblem e) {
            return new Look.Refused(e.category(), e.getMessage(), e.limit());
        }
    }

    /**
     * A readable file for the reference, mended if need be: always a copy of this process's own, so that what was judged
     * is what is used, whatever becomes of the original meanwhile. The caller closes it.
     */
    public OpenedMedia open(MediaSource source, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        if (source instanceof MediaSource.Remote remote) {
            return fetched(remote.uri(), kind, mend);
        }
        try (FileBytes file = roots.open(source.text())) {
            if (file.length() > longest(kind, mend)) {
                Inspection.of(file, kind, mend);
            }
            return judged(copy -> copy(file, copy), ".copied", kind, mend);
        }
    }

    private OpenedMedia fetched(URI uri, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        return judged(copy -> fetch(uri, copy, kind, mend), ".fetched", kind, mend);
    }

    private OpenedMedia judged(Bringing bringing, String ending, MediaKind kind, Mend mend)
            throws MediaProblem, InterruptedException {
        Path copy = place(ending);
        boolean kept = false;
        try {
            bringing.to(copy);
            Inspection found = Inspection.of(copy, kind, mend);
            if (found.treatment().isPresent()) {
                return mended(copy, found.treatment().get());
            }
            kept = true;
            return new OpenedMedia(copy, found.facts());
        } finally {
            if (!kept) {
                OpenedMedia.discard(copy);
            }
        }
    }

    private void fetch(URI uri, Path copy, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        try {
            fetcher.fetch(uri, copy, FetchLimits.of(longest(kind, mend), FETCH));
        } catch (FetchProblem e) {
            throw Fetches.problem(e, kind);
        }
    }

    private static void copy(FileBytes file, Path copy) throws MediaProblem, InterruptedException {
        try {
            file.copyTo(copy);
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (EOFException e) {
            throw new MediaProblem(
                    Category.INVALID_REQUEST,
                    "the file became shorter while it was read",
                    "a file that stays as it is");
        } catch (IOException e) {
            throw noCopy();
        }
    }

    /** Brings a file to a place of this process. */
    private interface Bringing {
        void to(Path copy) throws MediaProblem, InterruptedException;
    }

    private OpenedMedia mended(Path file, Treatment treatment) throws MediaProblem, InterruptedException {
        Path copy = place(".mended");
        boolean kept = false;
        try {
            MediaFacts facts = PictureMending.mend(file, treatment, copy);
            kept = true;
            return new OpenedMedia(copy, facts);
        } finally {
            if (!kept) {
                OpenedMedia.discard(copy);
            }
        }
    }

    private Path place(String ending) throws MediaProblem {
        try {
            return scratch.file(ending);
        } catch (IOException e) {
            throw noCopy();
        }
    }

    private static MediaProblem noCopy() {
        return new MediaProblem(
                Category.UNAVAILABLE,
                "no copy of the file could be made: the disk is full or the data folder not writable",
                "room for a copy");
    }

    private static boolean mends(MediaKind kind, Mend mend) {
        return kind == MediaKind.IMAGE && mend == Mend.PICTURES;
    }

    private static long longest(MediaKind kind, Mend mend) {
        return (mends(kind, mend) ? MediaLimits.MENDABLE_IMAGE : MediaLimits.of(kind)).bytes();
    }
}
