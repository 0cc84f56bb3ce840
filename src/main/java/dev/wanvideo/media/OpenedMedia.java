package dev.wanvideo.media;

import dev.wanvideo.video.MediaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reference as a file of this process's own that can be read until this is closed, and is deleted then. */
public final class OpenedMedia implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedMedia.class);

    private final Path file;
    private final MediaFacts facts;

    /**
     * @param file a fetched, copied or mended file of this process's own
     */
    OpenedMedia(Path file, MediaFacts facts) {
        this.file = file;
        this.facts = facts;
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
        discard(file);
    }
}
