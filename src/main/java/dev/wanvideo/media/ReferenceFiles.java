package dev.wanvideo.media;

import dev.wanvideo.http.FetchLimits;
import dev.wanvideo.http.FetchProblem;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Gets at pictures, clips and voices wherever they lie, and judges them by their content. */
public final class ReferenceFiles {
    private static final Duration LOOKUP = Duration.ofSeconds(3);
    private static final Duration FETCH = Duration.ofSeconds(120);

    private final MediaRoots roots;
    private final Fetcher fetcher;
    private final Scratch scratch;

    /**
     * @param scratch takes the copies of what is fetched or mended
     */
    public ReferenceFiles(MediaRoots roots, Fetcher fetcher, Scratch scratch) {
        this.roots = roots;
        this.fetcher = fetcher;
        this.scratch = scratch;
    }

    /**
     * A quick look before a request is accepted: a local file is probed, an address is resolved and judged but not
     * fetched. Messages are sentences about "the file" or "its content" and name neither path nor address.
     */
    public Look look(MediaSource source, MediaKind kind, Mend mend) throws InterruptedException {
        try {
            if (source instanceof MediaSource.Remote remote) {
                return judged(remote.uri(), kind, mend);
            }
            Inspection found = Inspection.of(roots.resolve(source.text()), kind, mend);
            return new Look.Seen(found.facts(), found.treatment().map(Treatment::words));
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

    private Look judged(URI uri, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        try {
            fetcher.check(uri, LOOKUP);
        } catch (FetchProblem e) {
            throw problem(e, kind);
        }
        return new Look.Unprobed("the content behind the address is looked at"
                + (mends(kind, mend) ? ", and mended if need be," : "") + " when it is fetched");
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
            throw problem(e, kind);
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

    private static MediaProblem problem(FetchProblem problem, MediaKind kind) {
        String limit = problem.kind() == FetchProblem.Kind.TOO_LARGE
                ? MediaLimits.of(kind).words()
                : "a public https address that serves the file itself";
        return new MediaProblem(category(problem.kind()), problem.getMessage(), limit);
    }

    private static Category category(FetchProblem.Kind kind) {
        return switch (kind) {
            case FORBIDDEN, TOO_LARGE -> Category.INVALID_REQUEST;
            case UNRESOLVED, NOT_FOUND -> Category.NOT_FOUND;
            case TIMEOUT -> Category.TIMEOUT;
            case UNAVAILABLE, DISK -> Category.UNAVAILABLE;
            case PROTOCOL -> Category.PROTOCOL;
        };
    }
}
