package dev.wanvideo.media;

import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was found out about a file that can be used, as it is or once it is treated.
 *
 * @param facts about the file as it is
 */
record Inspection(MediaFacts facts, Optional<Treatment> treatment) {
    /** Inspects a file; what can neither be used nor mended, or may not be mended, is a problem in words. */
    static Inspection of(Path file, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        boolean mending = mend == Mend.PICTURES;
        try {
            MediaFacts facts = new ContentProbe(MediaLimits.of(kind)).probe(file);
            return new Inspection(facts, mending ? treatment(file, kind) : Optional.empty());
        } catch (MediaProblem e) {
            Optional<Treatment> treatment = treatment(file, kind);
            if (!mending) {
                throw treatment.isPresent() ? e.adding("fix_media: true would mend it") : e;
            }
            if (treatment.isEmpty()) {
                throw e.adding("fix_media cannot mend this");
            }
            return new Inspection(treatment.get().facts(), treatment);
        }
    }

    private static Optional<Treatment> treatment(Path file, MediaKind kind) throws InterruptedException {
        return kind == MediaKind.IMAGE ? PictureMending.treatment(file).filter(Treatment::needed) : Optional.empty();
    }
}
