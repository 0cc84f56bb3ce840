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
    private final FileChannel channel;
    private final long length;

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
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(count, length - offset)));
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
