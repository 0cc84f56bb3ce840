package dev.wanvideo.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Sends a file, or the part of it that was asked for. */
final class FileAnswer {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;
    private static final int BUFFER = 1 << 16;

    private FileAnswer() {}

    /** @param half whether the connection ends in the middle */
    static void send(HttpExchange exchange, Path file, String type, boolean half) throws IOException {
        long length = Files.size(file);
        String tag = "\"" + Long.toHexString(length) + "-"
                + Long.toHexString(Files.getLastModifiedTime(file).toMillis()) + "\"";
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Accept-Ranges", "bytes");
        headers.set("ETag", tag);
        Optional<ByteRange> range = range(exchange, length, tag);
        if (range.isEmpty()) {
            part(exchange, OK, file, new ByteRange(0, length - 1), half);
        } else if (range.get().within(length)) {
            headers.set(
                    "Content-Range",
                    "bytes " + range.get().first() + "-" + range.get().last() + "/" + length);
            part(exchange, PARTIAL, file, range.get(), half);
        } else {
            headers.set("Content-Range", "bytes */" + length);
            exchange.sendResponseHeaders(NOT_SATISFIABLE, -1);
            exchange.close();
        }
    }

    /** The range, unless the client wants it of another version only. */
    private static Optional<ByteRange> range(HttpExchange exchange, long length, String tag) {
        String unless = exchange.getRequestHeaders().getFirst("If-Range");
        String asked = exchange.getRequestHeaders().getFirst("Range");
        return asked == null || unless != null && !unless.equals(tag)
                ? Optional.empty()
                : ByteRange.read(asked, length);
    }

    private static void part(HttpExchange exchange, int status, Path file, ByteRange range, boolean half)
            throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(range.count()));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, range.count());
            copy(exchange, file, range.first(), half ? range.count() / 2 : range.count());
        }
        exchange.close();
    }

    private static void copy(HttpExchange exchange, Path file, long from, long count) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(from);
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            long left = count;
            while (left > 0) {
                buffer.clear().limit((int) Math.min(BUFFER, left));
                int read = channel.read(buffer);
                if (read < 0) {
                    throw new IOException("the file became shorter");
                }
                exchange.getResponseBody().write(buffer.array(), 0, read);
                left -= read;
            }
            exchange.getResponseBody().flush();
        }
    }
}
