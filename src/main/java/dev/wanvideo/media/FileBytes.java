package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The bytes of a file on this machine. */
final class FileBytes implements Bytes, AutoCloseable {
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
        return new FileBytes(FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
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
    public void close() throws IOException {
        channel.close();
    }
}
