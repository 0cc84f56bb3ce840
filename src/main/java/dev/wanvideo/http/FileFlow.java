package dev.wanvideo.http;

import dev.wanvideo.http.ApiBody.Stored;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/** Reads a file piece by piece as the network takes it, and holds its last piece back until all of it is as told. */
final class FileFlow implements AutoCloseable {
    private static final int PIECE = 64 << 10;

    private final Stored told;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long sent;

    private FileFlow(Stored told) throws IOException, NoSuchAlgorithmException {
        this.told = told;
        this.digest = MessageDigest.getInstance("SHA-256");
        this.channel = FileChannel.open(told.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** The file's bytes; nothing is opened before they are asked for. */
    static Flux<ByteBuf> of(Stored file) {
        return Flux.generate(() -> opened(file), FileFlow::next, FileFlow::close);
    }

    private static FileFlow opened(Stored file) throws FileChanged, NoSuchAlgorithmException {
        try {
            return new FileFlow(file);
        } catch (IOException e) {
            throw new FileChanged();
        }
    }

    private FileFlow next(SynchronousSink<ByteBuf> sink) {
        try {
            if (sent == told.bytes()) {
                end(sink);
                return this;
            }
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, told.bytes() - sent));
            while (piece.hasRemaining() && channel.read(piece) >= 0) {
                continue;
            }
            digest.update(piece.flip().duplicate());
            sent += piece.remaining();
            if (piece.limit() < piece.capacity() || sent == told.bytes() && !whole()) {
                sink.error(new FileChanged());
            } else {
                sink.next(Unpooled.wrappedBuffer(piece));
            }
        } catch (IOException e) {
            sink.error(new FileChanged());
        }
        return this;
    }

    private void end(SynchronousSink<ByteBuf> sink) throws IOException {
        if (told.bytes() == 0 && !whole()) {
            sink.error(new FileChanged());
        } else {
            sink.complete();
        }
    }

    private boolean whole() throws IOException {
        return channel.size() == told.bytes()
                && HexFormat.of().formatHex(digest.digest()).equals(told.sha256());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
