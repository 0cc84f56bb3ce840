package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The file that a body grows in; it vanishes on close unless it was kept. */
final class BodyFile implements Intake, AutoCloseable {
    private final Path part;
    private final OutputStream out;
    private final long most;
    private long written;
    private boolean closed;

    private BodyFile(Path part, OutputStream out, long most) {
        this.part = part;
        this.out = out;
        this.most = most;
    }

    /** An empty one beside its target, which is not touched yet. */
    static BodyFile beside(Path target, long most) throws FetchProblem {
        try {
            Path folder = target.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "fetch", ".part");
            return new BodyFile(part, Files.newOutputStream(part), most);
        } catch (IOException e) {
            throw diskProblem();
        }
    }

    @Override
    public Map<String, String> asks() {
        return Map.of();
    }

    @Override
    public Verdict begin(Head head) throws FetchProblem {
        if (head.status() != 200) {
            throw Troubles.status(head.status());
        }
        announce(head.length().orElse(0));
        return Verdict.TAKEN;
    }

    /** Refuses a body that says beforehand that it is too long. */
    private void announce(long length) throws FetchProblem {
        if (length > most) {
            throw tooLarge();
        }
    }

    /** Appends; what comes after the end is ignored, since a cancelled connection may still deliver. */
    @Override
    public synchronized boolean take(byte[] chunk) throws FetchProblem {
        if (closed) {
            return false;
        }
        announce(written + chunk.length);
        try {
            out.write(chunk);
        } catch (IOException e) {
            throw diskProblem();
        }
        written += chunk.length;
        return true;
    }

    /** Moves the whole body to its place. */
    synchronized Download keep(Path target) throws FetchProblem {
        try {
            closed = true;
            out.close();
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return new Download(target, written);
        } catch (IOException e) {
            throw diskProblem();
        }
    }

    @Override
    public synchronized void close() throws FetchProblem {
        try {
            closed = true;
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw diskProblem();
        }
    }

    private FetchProblem tooLarge() {
        return new FetchProblem(Kind.TOO_LARGE, "the file is longer than " + most + " bytes");
    }

    private static FetchProblem diskProblem() {
        return new FetchProblem(Kind.DISK, "the file could not be kept: the disk is full or its folder not writable");
    }
}
