package dev.wanvideo.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process's part of the scratch folder, with a lock file beside it. The operating system drops the lock with the
 * process, however that ends, which a process number could not tell: numbers are used again and mean nothing in
 * another container.
 */
final class ScratchRoom implements AutoCloseable {
    static final String LOCK = ".lock";

    private static final Logger LOG = LoggerFactory.getLogger(ScratchRoom.class);

    private final Path lock;
    private final FileChannel locked;

    private ScratchRoom(Path lock, FileChannel locked) {
        this.lock = lock;
        this.locked = locked;
    }

    /** A new room that is locked until it is closed or the process ends. */
    static ScratchRoom in(Path scratch) throws IOException {
        Files.createDirectories(scratch);
        while (true) {
            Path lock = scratch.resolve(UUID.randomUUID() + LOCK);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Another process that tidies up may have taken the file for a dead one's between these two steps.
            if (channel.tryLock() != null && Files.exists(lock)) {
                Files.createDirectory(folder(lock));
                return new ScratchRoom(lock, channel);
            }
            channel.close();
        }
    }

    Path folder() {
        return folder(lock);
    }

    boolean isLockedBy(Path other) {
        return lock.equals(other);
    }

    /** Removes a room whose lock nobody holds any more. */
    static void removeIfDead(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            if (mine != null) {
                remove(lock);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("A room of this very process is in use");
        } catch (IOException e) {
            LOG.info("What an ended process left in the scratch folder could not be removed");
        }
    }

    @Override
    public void close() {
        try (locked) {
            remove(lock);
        } catch (IOException e) {
            LOG.info("The scratch folder could not be emptied; the next start tries again");
        }
    }

    private static Path folder(Path lock) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    /** The lock file goes last, so that what could not be removed is found again. */
    private static void remove(Path lock) throws IOException {
        Path folder = folder(lock);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        }
        Files.deleteIfExists(lock);
    }
}
