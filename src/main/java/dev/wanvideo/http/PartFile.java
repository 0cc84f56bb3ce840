package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A file that grows over several attempts; it stays when one breaks off. */
final class PartFile implements Intake, AutoCloseable {
    private final Path part;
    private final FileChannel channel;
    private final long most;
    private PartNote note;
    private long length;
    private boolean closed;

    private PartFile(Path part, FileChannel channel, long most, PartNote note) throws IOException {
        this.part = part;
        this.channel = channel;
        this.most = most;
        this.note = note;
        this.length = channel.size();
    }

    /** What was brought so far, or an empty one; bytes that nothing is remembered of are dropped. */
    static PartFile open(Path part, long most) throws FetchProblem {
        try {
            Files.createDirectories(part.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            PartFile file =
                    new PartFile(part, channel, most, PartNote.beside(part).orElse(unknown()));
            if (file.note.equals(unknown())) {
                file.empty();
            }
            return file;
        } catch (IOException e) {
            throw diskProblem();
        }
    }

    private static PartNote unknown() {
        return new PartNote(Optional.empty(), OptionalLong.empty());
    }

    synchronized long length() {
        return length;
    }

    @Override
    public synchronized Map<String, String> asks() {
        Map<String, String> headers = new HashMap<>();
        if (length > 0) {
            headers.put("Range", "bytes=" + length + "-");
            note.validator().ifPresent(state -> headers.put("If-Range", state));
        }
        return headers;
    }

    @Override
    public synchronized Verdict begin(Head head) throws FetchProblem {
        try {
            return switch (head.status()) {
                case 200 -> fromTheStart(head);
                case 206 -> goingOn(head);
                case 416 -> atTheEnd(head);
                default -> throw Troubles.status(head.status());
            };
        } catch (IOException e) {
            throw diskProblem();
        }
    }

    private Verdict fromTheStart(Head head) throws FetchProblem, IOException {
        announce(head.length().orElse(0));
        empty();
        note = new PartNote(head.validator(), head.length());
        note.write(part);
        return Verdict.TAKEN;
    }

    private Verdict goingOn(Head head) throws FetchProblem, IOException {
        Head.Range range = head.range();
        announce(range.total().orElse(0));
        if (range.start().orElse(-1) != length || length == 0 || !note.agrees(head, range.total())) {
            return anew();
        }
        return Verdict.TAKEN;
    }

    private Verdict atTheEnd(Head head) throws FetchProblem, IOException {
        OptionalLong total =
                head.headers().contains("Content-Range") ? head.range().total() : OptionalLong.empty();
        boolean complete = length > 0 && total.orElse(-1) == length && note.agrees(head, total);
        return complete ? Verdict.NEEDLESS : anew();
    }

    /** The server has another file by now: what was brought of the old one is of no use. */
    private Verdict anew() throws FetchProblem, IOException {
        if (length == 0) {
            throw new FetchProblem(
                    Kind.PROTOCOL, "the server sent a part of the file although the whole was asked for");
        }
        empty();
        return Verdict.ASK_AGAIN;
    }

    private void empty() throws IOException {
        channel.truncate(0);
        channel.position(0);
        length = 0;
        note = unknown();
        PartNote.remove(part);
    }

    /** Appends; what comes after the end is ignored, since a cancelled connection may still deliver. */
    @Override
    public synchronized boolean take(byte[] chunk) throws FetchProblem {
        if (closed) {
            return false;
        }
        announce(length + chunk.length);
        try {
            ByteBuffer rest = ByteBuffer.wrap(chunk);
            while (rest.hasRemaining()) {
                length += channel.write(rest, length);
            }
            return true;
        } catch (IOException e) {
            throw diskProblem();
        }
    }

    /** Fails unless all that was announced is there. */
    synchronized void checkWhole() throws FetchProblem {
        if (note.total().orElse(length) != length) {
            throw new FetchProblem(Kind.UNAVAILABLE, "the server sent another number of bytes than it announced");
        }
    }

    private void announce(long bytes) throws FetchProblem {
        if (bytes > most) {
            throw new FetchProblem(Kind.TOO_LARGE, "the file is longer than " + most + " bytes");
        }
    }

    @Override
    public synchronized void close() throws FetchProblem {
        try {
            closed = true;
            channel.close();
        } catch (IOException e) {
            throw diskProblem();
        }
    }

    private static FetchProblem diskProblem() {
        return new FetchProblem(Kind.DISK, "the file could not be kept: the disk is full or its folder not writable");
    }
}
