package dev.wanvideo.media;

import dev.wanvideo.http.FetchLimits;
import dev.wanvideo.http.FetchProblem;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Gets at pictures, clips and voices wherever they lie, and judges them by their content. */
public final class ReferenceFiles {
    private static final Duration LOOKUP = Duration.ofSeconds(3);
    private static final Duration FETCH = Duration.ofSeconds(120);

    private final MediaRoots roots;
    private final Fetcher fetcher;
    private final Path scratch;

    /**
     * @param scratch folder for fetched copies; created when first needed
     */
    public ReferenceFiles(MediaRoots roots, Fetcher fetcher, Path scratch) {
        this.roots = roots;
        this.fetcher = fetcher;
        this.scratch = scratch;
    }

    /**
     * A quick look before a request is accepted: a local file is probed, an address is resolved and judged but not
     * fetched. Messages are sentences about "the file" or "its content" and name neither path nor address.
     */
    public Look look(MediaSource source, MediaKind kind) throws InterruptedException {
        try {
            if (source instanceof MediaSource.Remote remote) {
                return judged(remote.uri(), kind);
            }
            return new Look.Seen(new ContentProbe(kind).probe(roots.resolve(source.text())));
        } catch (MediaProblem e) {
            return new Look.Refused(e.category(), e.getMessage(), e.limit());
        }
    }

    /** A readable file for the reference, fetched when it is remote; probed again. The caller closes it. */
    public OpenedMedia open(MediaSource source, MediaKind kind) throws MediaProblem, InterruptedException {
        if (source instanceof MediaSource.Remote remote) {
            return fetched(remote.uri(), kind);
        }
        Path file = roots.resolve(source.text());
        return OpenedMedia.local(file, new ContentProbe(kind).probe(file));
    }

    private Look judged(URI uri, MediaKind kind) throws MediaProblem, InterruptedException {
        try {
            fetcher.check(uri, LOOKUP);
            return new Look.Unprobed("the content behind the address is looked at when it is fetched");
        } catch (FetchProblem e) {
            throw problem(e, kind);
        }
    }

    private OpenedMedia fetched(URI uri, MediaKind kind) throws MediaProblem, InterruptedException {
        Path copy = scratch.resolve(UUID.randomUUID() + ".fetched");
        boolean usable = false;
        try {
            fetcher.fetch(uri, copy, FetchLimits.of(MediaLimits.of(kind).bytes(), FETCH));
            MediaFacts facts = new ContentProbe(kind).probe(copy);
            usable = true;
            return OpenedMedia.fetched(copy, facts);
        } catch (FetchProblem e) {
            throw problem(e, kind);
        } finally {
            if (!usable) {
                OpenedMedia.discard(copy);
            }
        }
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
