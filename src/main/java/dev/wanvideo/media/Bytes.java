package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file, here or elsewhere, as numbered bytes, for reading headers wherever they lie. An end too early is an
 * {@link EOFException}; any other {@link IOException} comes with a {@link #lack} where the file is not to blame.
 */
interface Bytes {
    /** How many there are; a number beyond every file when nobody told. */
    long length();

    /** Whether {@link #length} is the truth. */
    default boolean lengthTold() {
        return true;
    }

    /** The bytes from an offset, fewer at the end of the file. */
    byte[] upTo(long offset, int count) throws IOException;

    /** Whether these bytes, as far as they exist, cost nothing to have. */
    default boolean atHand(long offset, long count) {
        return true;
    }

    /** Whether these bytes, as far as they exist, can be had in one piece. */
    default boolean reachable(long offset, long count) {
        return true;
    }

    /** Why something that was asked for could not be had. */
    default Optional<String> lack() {
        return Optional.empty();
    }

    /** Exactly these bytes. */
    default byte[] at(long offset, int count) throws IOException {
        byte[] bytes = upTo(offset, count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    /** An unsigned number of up to 7 bytes, or a signed one of 8, most significant byte first. */
    default long big(long offset, int count) throws IOException {
        long value = 0;
        for (byte b : at(offset, count)) {
            value = value << 8 | b & 0xff;
        }
        return value;
    }

    /** The same, least significant byte first. */
    default long little(long offset, int count) throws IOException {
        byte[] bytes = at(offset, count);
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    /** Four letters, as most formats name their parts. */
    default String name(long offset) throws IOException {
        return new String(at(offset, 4), StandardCharsets.ISO_8859_1);
    }
}
