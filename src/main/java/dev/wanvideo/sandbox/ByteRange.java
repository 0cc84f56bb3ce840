package dev.wanvideo.sandbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a client asks for (RFC 9110, 14.1.2).
 *
 * @param first byte
 * @param last byte
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** One range of a file of this length; empty for what is not understood, which stands for the entire file. */
    static Optional<ByteRange> read(String header, long length) {
        Matcher parts = ONE.matcher(header.strip());
        if (!parts.matches() || parts.group(1).isEmpty() && parts.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (parts.group(1).isEmpty()) {
            long count = Long.parseLong(parts.group(2));
            return Optional.of(new ByteRange(count == 0 ? length : Math.max(0, length - count), length - 1));
        }
        long first = Long.parseLong(parts.group(1));
        long last = parts.group(2).isEmpty() ? length - 1 : Long.parseLong(parts.group(2));
        return last < first && !parts.group(2).isEmpty()
                ? Optional.empty()
                : Optional.of(new ByteRange(first, Math.min(last, length - 1)));
    }

    /** Whether there is any of it. */
    boolean within(long length) {
        return first < length && first <= last;
    }

    long count() {
        return last - first + 1;
    }
}
