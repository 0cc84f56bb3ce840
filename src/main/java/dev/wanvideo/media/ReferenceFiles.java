package dev.wanvideo.media;

import dev.wanvideo.http.FetchLimits;
import dev.wanvideo.http.FetchProblem;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.RequestMedia;
import java.io.IOException;
import java.net.URI;
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
        try {
            return RemoteProbe.seen(Inspection.of(roots.resolve(source.text()), kind, mend));
        } catch (MediaProblem e) {
            return new Look.Refused(e.category(), e.getMessage(), e.limit());
        }
    }

    /** A readable file for the reference, fetched when it is remote, mended if need be. The caller closes it. */
    public OpenedMedia open(MediaSource source, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        if (source instanceof MediaSource.Remote remote) {
            return fetched(remote.uri(), kind, mend);
        }
        Path file = roots.resolve(source.text());
        Inspection found = Inspection.of(file, kind, mend);
        return found.treatment().isPresent()
                ? mended(file, found.treatment().get())
                : OpenedMedia.local(file, found.facts());
    }

    private OpenedMedia fetched(URI uri, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        Path copy = place(".fetched");
        boolean kept = false;
        try {
            fetcher.fetch(uri, copy, FetchLimits.of(longest(kind, mend), FETCH));
            Inspection found = Inspection.of(copy, kind, mend);
            if (found.treatment().isPresent()) {
                return mended(copy, found.treatment().get());
            }
            kept = true;
            return OpenedMedia.copied(copy, found.facts());
        } catch (FetchProblem e) {
            throw Fetches.problem(e, kind);
        } finally {
            if (!kept) {
                OpenedMedia.discard(copy);
            }
        }
    }

    private OpenedMedia mended(Path file, Treatment treatment) throws MediaProblem, InterruptedException {
        Path copy = place(".mended");
        boolean kept = false;
        try {
            MediaFacts facts = PictureMending.mend(file, treatment, copy);
            kept = true;
            return OpenedMedia.copied(copy, facts);
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
            throw new MediaProblem(
                    Category.UNAVAILABLE,
                    "no copy of the file could be made: the disk is full or the data folder not writable",
                    "room for a copy");
        }
    }

    private static boolean mends(MediaKind kind, Mend mend) {
        return kind == MediaKind.IMAGE && mend == Mend.PICTURES;
    }

    private static long longest(MediaKind kind, Mend mend) {
        return (mends(kind, mend) ? MediaLimits.MENDABLE_IMAGE : MediaLimits.of(kind)).bytes();
    }
}
