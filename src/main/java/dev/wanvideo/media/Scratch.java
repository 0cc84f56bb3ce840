package dev.wanvideo.media;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this process keeps fetched and mended copies: a room of its own in a folder that several processes share.
 * Nothing is made on disk before the first copy.
 */
public final class Scratch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    private final Path folder;
    private @Nullable ScratchRoom room;

    /**
     * @param folder shared by all processes of a home; created when first needed
     */
    public Scratch(Path folder) {
        this.folder = folder;
    }

    /** A place for a new file, which nothing else uses. */
    synchronized Path file(String ending) throws IOException {
        ScratchRoom mine = room;
        if (mine == null) {
            mine = ScratchRoom.in(folder);
            room = mine;
        }
        return mine.folder().resolve(UUID.randomUUID() + ending);
    }

    /** Removes what processes that are gone left behind; the files of those that live are not touched. */
    public synchronized void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "*" + ScratchRoom.LOCK)) {
            for (Path lock : locks) {
                if (room == null || !room.isLockedBy(lock)) {
                    ScratchRoom.removeIfDead(lock);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.info("The scratch folder could not be tidied up");
        }
    }

    /** Removes this process's room with all that is in it. */
    @Override
    public synchronized void close() {
        ScratchRoom mine = room;
        room = null;
        if (mine != null) {
            mine.close();
        }
    }
}
