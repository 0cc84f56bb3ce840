package dev.wanvideo.app.client;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A client's configuration file on this machine. */
public final class ClientFile {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Client client;
    private final Path path;
    private final Clock clock;

    public ClientFile(Client client, Path path, Clock clock) {
        this.client = client;
        this.path = path;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param backup where the file lies as it was; empty when it was new or is unchanged
     */
    public record Written(boolean changed, Optional<Path> backup) {}

    /**
     * Puts the server into the file. All else in it stays character by character, its permissions too; a link is
     * followed. What a person set in this server's own entry stays as well, but for comments within it.
     *
     * @throws Unchangeable when the file cannot be understood; nothing is written then
     */
    public Written write(StartCommand start) throws IOException {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            throw new Unchangeable("it is a link to a file that is not there");
        }
        Path file = Files.exists(path) ? path.toRealPath() : path;
        String before = text(file);
        String after = client.text().with(client.entry(start), before);
        if (after.equals(before)) {
            return new Written(false, Optional.empty());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Optional<Path> backup = backup(file);
        replace(file, before, after);
        return new Written(true, backup);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (CharacterCodingException e) {
            throw new Unchangeable("it is not written in UTF-8");
        }
    }

    private Optional<Path> backup(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path backup = file.resolveSibling(file.getFileName() + ".backup-" + STAMP.format(LocalDateTime.now(clock)));
        Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(backup);
    }

    /** In one step, so that a client never reads half of it. */
    private static void replace(Path file, String before, String after) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".wan-video", ".tmp");
        try {
            Files.writeString(fresh, after);
            if (Files.exists(file)) {
                keepPermissions(file, fresh);
            }
            if (!text(file).equals(before)) {
                throw new Unchangeable("its client wrote to it at this moment: try again");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(Files.getPosixFilePermissions(from));
        }
    }
}
