package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that a film grows in under its own name; gone on close unless the film was kept. */
final class FilmFile implements AutoCloseable {
    static final String UNWRITABLE = "the film could not be written: the disk is full or its folder not writable";

    private static final Logger LOG = LoggerFactory.getLogger(FilmFile.class);

    private final Path path;
    private final FileOutputStream out;
    private final long most;
    private long written;
    private boolean ended;
    private boolean kept;

    private FilmFile(Path path, FileOutputStream out, long most) {
        this.path = path;
        this.out = out;
        this.most = most;
    }

    /** A new one; fails when there is a file of this name. */
    static FilmFile create(Path path, long most) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.createFile(path);
        return new FilmFile(path, new FileOutputStream(path.toFile()), most);
    }

    Path path() {
        return path;
    }

    /** Appends; what comes after the end is ignored, since a cancelled connection may still deliver. */
    synchronized void write(byte[] chunk) throws FetchProblem {
        if (ended) {
            return;
        }
        if (written + chunk.length > most) {
            throw new FetchProblem(Kind.TOO_LARGE, "the film is longer than " + most + " bytes");
        }
        try {
            out.write(chunk);
        } catch (IOException e) {
            throw new FetchProblem(Kind.DISK, UNWRITABLE);
        }
        written += chunk.length;
    }

    /** Lets the film stay, and sees it safely on the disk: it has been paid for. */
    synchronized void keep() throws IOException {
        ended = true;
        out.getFD().sync();
        out.close();
        kept = true;
    }

    @Override
    public synchronized void close() {
        ended = true;
        if (kept) {
            return;
        }
        try {
            out.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("A film that was cut off could not be removed.");
        }
    }
}
