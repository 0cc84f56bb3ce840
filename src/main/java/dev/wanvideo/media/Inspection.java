package dev.wanvideo.media;

import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was found out about a file that can be used, as it is or once it is treated.
 *
 * @param facts about the file as it is
 * @param doubt what could not be found out, and why
 */
record Inspection(MediaFacts facts, Optional<String> doubt, Optional<Treatment> treatment) {
    /** Inspects a local file; what can neither be used nor mended, or may not be mended, is a problem in words. */
    static Inspection of(Path file, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        try (FileBytes bytes = FileBytes.open(file)) {
            return of(bytes, kind, mend);
        } catch (IOException e) {
            Interruption.check();
            throw new ContentProbe(MediaLimits.of(kind)).unreadable();
        }
    }

    /** The same for bytes wherever they lie. */
    static Inspection of(Bytes bytes, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        boolean mending = mend == Mend.PICTURES;
        try {
            ContentProbe.Finding found = new ContentProbe(MediaLimits.of(kind)).probe(bytes);
            return new Inspection(found.facts(), found.doubt(), mending ? treatment(bytes, kind) : Optional.empty());
        } catch (MediaProblem e) {
            Optional<Treatment> treatment = treatment(bytes, kind);
            if (!mending) {
                throw treatment.isPresent() ? e.adding("fix_media: true would mend it") : e;
            }
            if (treatment.isEmpty()) {
                throw e.adding("fix_media cannot mend this");
            }
            return new Inspection(treatment.get().facts(), Optional.empty(), treatment);
        }
    }

    private static Optional<Treatment> treatment(Bytes bytes, MediaKind kind) throws InterruptedException {
        return kind == MediaKind.IMAGE ? PictureMending.treatment(bytes).filter(Treatment::needed) : Optional.empty();
    }
}
