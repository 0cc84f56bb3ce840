package dev.wanvideo.app;

import dev.wanvideo.access.TokenBook;
import dev.wanvideo.access.TokenBookJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The static tokens on disk, readable for their owner alone. What another process changes is seen at the next question;
 * what cannot be read lets nobody in.
 */
final class TokenFile implements Supplier<TokenBook> {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);

    private final Path file;
    private @Nullable Seen seen;

    TokenFile(Path file) {
        this.file = file;
    }

    /** What a state of the file held. */
    private record Seen(Stamp stamp, TokenBook book) {}

    /** By what two states of the file are told apart. */
    private record Stamp(FileTime modified, long bytes, Optional<Object> key) {
        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(
                    attributes.lastModifiedTime(), attributes.size(), Optional.ofNullable(attributes.fileKey()));
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    @Override
    public synchronized TokenBook get() {
        try {
            Stamp stamp = Stamp.of(Files.readAttributes(file, BasicFileAttributes.class));
            Seen before = seen;
            if (before == null || !before.stamp().equals(stamp)) {
                before = new Seen(stamp, read());
                seen = before;
            }
            return before.book();
        } catch (NoSuchFileException e) {
            return TokenBook.EMPTY;
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The file of tokens cannot be read, so that nobody is let in by one: {}", file);
            LOG.debug("The cause", e);
            return TokenBook.EMPTY;
        }
    }

    /**
     * Changes it as one step, whoever else does.
     *
     * @return as it is now
     * @throws IOException when it cannot be read or written
     */
    TokenBook change(UnaryOperator<TokenBook> change) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(
                        lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(lock));
                FileLock held = channel.lock()) {
            TokenBook changed = change.apply(exists() ? read() : TokenBook.EMPTY);
            write(TokenBookJson.write(changed));
            return changed;
        } catch (IllegalArgumentException e) {
            throw new IOException("The file of tokens is damaged: " + file, e);
        }
    }

    private TokenBook read() throws IOException {
        return TokenBookJson.read(Files.readString(file));
    }

    private void write(String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(part))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
