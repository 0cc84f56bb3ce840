package dev.wanvideo.media;

import dev.wanvideo.video.MediaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reference as a file that can be read until this is closed; a copy is deleted then. */
public final class OpenedMedia implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedMedia.class);

    private final Path file;
    private final MediaFacts facts;
    private final boolean scratch;

    private OpenedMedia(Path file, MediaFacts facts, boolean scratch) {
        this.file = file;
        this.facts = facts;
        this.scratch = scratch;
    }

    /** The caller's own file, which stays. */
    static OpenedMedia local(Path file, MediaFacts facts) {
        return new OpenedMedia(file, facts, false);
    }

    /** A fetched or mended copy, which goes. */
    static OpenedMedia copied(Path file, MediaFacts facts) {
        return new OpenedMedia(file, facts, true);
    }

    /** Where it can be read. */
    public Path file() {
        return file;
    }

    /** What it is, by content. */
    public MediaFacts facts() {
        return facts;
    }

    /** Deletes a copy, if it is there. */
    static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.warn("The copy of a reference could not be deleted; it stays in the scratch folder");
        }
    }

    @Override
    public void close() {
        if (scratch) {
            discard(file);
        }
    }
}
