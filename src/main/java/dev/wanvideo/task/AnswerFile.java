package dev.wanvideo.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on disk for what comes of one attempt, taken before it is sent, so that a full disk cannot be in the way of the
 * answer. Its owner holds it locked: what another process can lock has lost its owner.
 */
final class AnswerFile {
    /** The least that file systems give out. */
    static final int BYTES = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(AnswerFile.class);

    private final Path path;
    private final FileChannel channel;

    private AnswerFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes it, locked and with its room on disk. */
    static AnswerFile reserve(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly(path));
        AnswerFile file = new AnswerFile(path, channel);
        try {
            if (lock(channel) == null) {
                throw new IOException("somebody else holds a file that is new");
            }
            file.write("");
            syncFolder(path);
            return file;
        } catch (IOException e) {
            file.discard();
            throw e;
        }
    }

    /** Its name outlives a power failure too, where folders can be synced. */
    private static void syncFolder(Path path) {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("The folder of answers cannot be synced on this system");
        }
    }

    /** Takes over one whose owner is gone; empty while that lives, or when it has just been cleared away. */
    static Optional<AnswerFile> abandoned(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (lock(channel) != null && Files.exists(path)) {
            return Optional.of(new AnswerFile(path, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Puts the text in, in the room that is there; on disk when this returns. */
    void write(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] padded = Arrays.copyOf(bytes, Math.max(bytes.length, BYTES));
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        ByteBuffer buffer = ByteBuffer.wrap(padded);
        while (buffer.hasRemaining()) {
            channel.write(buffer, buffer.position());
        }
        channel.force(true);
    }

    /** What was put in; blank where it is only room. */
    String read() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            // The file is small and read whole.
        }
        // A crash of the machine may leave zeros where the blanks were to be.
        return new String(buffer.array(), 0, buffer.position(), UTF_8).replace('\0', ' ');
    }

    /** Removes it; whoever has it open by now finds it empty. */
    void discard() throws IOException {
        try (channel) {
            channel.truncate(0);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** Leaves it to whoever comes next. */
    void release() throws IOException {
        channel.close();
    }

    /** On Windows a user's own folders are closed to others as they are. */
    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
