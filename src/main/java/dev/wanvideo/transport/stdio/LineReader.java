package dev.wanvideo.transport.stdio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines, each a range of its buffer until the next is asked for. */
final class LineReader {

    /** The most bytes that one message may have. */
    static final int LIMIT = 16 * 1024 * 1024;

    private static final int USUAL = 16 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[USUAL];
    private int from;
    private int to;
    private int next;
    private int filled;
    private @Nullable OversizedLine oversized;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the input. */
    boolean advance() throws IOException {
        oversized = null;
        giveBackLongBuffer();
        from = next;
        int searched = 0;
        while (true) {
            int lineEnd = find(from + searched);
            if (lineEnd >= 0) {
                return finish(lineEnd, lineEnd + 1);
            }
            searched = filled - from;
            if (searched > LIMIT + 1) {
                return skipOversized();
            }
            if (!fill()) {
                return filled > from && finish(filled, filled);
            }
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** What is known of the line when it was too long to be kept, else null. */
    @Nullable
    OversizedLine oversized() {
        return oversized;
    }

    private void giveBackLongBuffer() {
        int left = filled - next;
        if (buffer.length > USUAL && left <= USUAL) {
            byte[] usual = new byte[USUAL];
            System.arraycopy(buffer, next, usual, 0, left);
            buffer = usual;
            next = 0;
            filled = left;
        }
    }

    private int find(int start) {
        for (int i = start; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean finish(int lineEnd, int following) {
        to = lineEnd > from && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        next = following;
        if (to - from > LIMIT) {
            oversized = new OversizedLine();
            oversized.feed(buffer, from, to);
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            makeRoom();
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(count, 0);
        return count > 0;
    }

    private void makeRoom() {
        if (from == 0) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, LIMIT + USUAL));
            return;
        }
        filled -= from;
        System.arraycopy(buffer, from, buffer, 0, filled);
        from = 0;
    }

    private boolean skipOversized() throws IOException {
        OversizedLine line = new OversizedLine();
        int lineEnd = -1;
        boolean more = true;
        while (lineEnd < 0 && more) {
            line.feed(buffer, from, filled);
            from = 0;
            filled = 0;
            more = fill();
            lineEnd = find(0);
        }
        line.feed(buffer, 0, Math.max(lineEnd, 0));
        next = lineEnd + 1;
        oversized = line;
        return true;
    }
}
