package dev.wanvideo.media;

import dev.wanvideo.http.Fetcher;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import java.nio.file.Path;

/** Gets at pictures, clips and voices wherever they lie, and judges them by their content. */
public final class ReferenceFiles {
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

    /** A quick look before a request is accepted: local files are probed, addresses are resolved and judged, not fetched. */
    public Look look(MediaSource source, MediaKind kind) throws InterruptedException {
        throw new IllegalStateException(source + " " + kind + roots + fetcher + scratch);
    }

    /** A readable file for the reference, fetched when it is remote; probed again. The caller closes it. */
    public OpenedMedia open(MediaSource source, MediaKind kind) throws MediaProblem, InterruptedException {
        throw new IllegalStateException(source + " " + kind);
    }
}
