package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes of a file on this machine. */
final class FileBytes implements Bytes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileBytes.class);

    /** Headers are read a few bytes at a time, so that what lies around them is kept at hand. */
    private static final int WINDOW = 16 * 1024;

    private final FileChannel channel;
    private final long length;
    private byte[] window = new byte[0];
    private long start;

    private FileBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    /** Opens a file, but follows no link that was put in its place. */
    static FileBytes open(Path file) throws IOException {
        return of(FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Those of an open file, which is closed with them. */
    static FileBytes of(FileChannel channel) throws IOException {
        try {
            return new FileBytes(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Copies them to a new file; fails when they became fewer meanwhile. */
    void copyTo(Path target) throws IOException {
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long done = 0;
            while (done < length) {
                long more = channel.transferTo(done, length - done, out);
                if (more <= 0) {
                    throw new EOFException();
                }
                done += more;
            }
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public byte[] upTo(long offset, int count) throws IOException {
        if (offset < 0) {
            throw new EOFException();
        }
        int wanted = (int) Math.max(0, Math.min(count, length - offset));
        if (wanted > WINDOW / 2) {
            return read(offset, wanted);
        }
        if (offset < start || offset + wanted > start + window.length) {
            window = read(offset, (int) Math.max(0, Math.min(WINDOW, length - offset)));
            start = offset;
        }
        int from = (int) (offset - start);
        return Arrays.copyOfRange(window, from, Math.min(window.length, from + wanted));
    }

    private byte[] read(long offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                return Arrays.copyOf(buffer.array(), buffer.position());
            }
        }
        return buffer.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A file that was only read could not be closed: {}", e.getMessage());
        }
    }
}
