package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file as numbered bytes, for reading headers wherever they lie; an end too early is an {@link EOFException}. */
final class FileBytes implements AutoCloseable {
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

    long length() {
        return length;
    }

    /** The bytes from an offset, fewer at the end of the file. */
    byte[] upTo(long offset, int count) throws IOException {
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

    /** Exactly these bytes. */
    byte[] at(long offset, int count) throws IOException {
        byte[] bytes = upTo(offset, count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    /** An unsigned number of up to 7 bytes, or a signed one of 8, most significant byte first. */
    long big(long offset, int count) throws IOException {
        long value = 0;
        for (byte b : at(offset, count)) {
            value = value << 8 | b & 0xff;
        }
        return value;
    }

    /** The same, least significant byte first. */
    long little(long offset, int count) throws IOException {
        byte[] bytes = at(offset, count);
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    /** Four letters, as most formats name their parts. */
    String name(long offset) throws IOException {
        return new String(at(offset, 4), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
