package dev.wanvideo.media;

import dev.wanvideo.http.FetchProblem;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.http.RangeRead;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;

/**
 * The bytes behind an address, of which no more than two small parts are ever read: the head, and one more where the
 * first reader beyond the head wants it.
 */
final class RemoteBytes implements Bytes {
    /** Holds the headers of all but a few pictures and sounds, and the index of films made for the web. */
    static final int HEAD = 64 * 1024;

    /** Holds the index of a film of 30 seconds with room to spare. */
    static final int MORE = 256 * 1024;

    /** Beyond every file, and far from an overflow. */
    private static final long UNTOLD = Long.MAX_VALUE / 4;

    private final Fetcher fetcher;
    private final TimeLeft time;
    private final RangeRead head;
    private Optional<RangeRead> more = Optional.empty();
    private boolean asked;
    private boolean passing;
    private Optional<String> lack = Optional.empty();

    private RemoteBytes(Fetcher fetcher, TimeLeft time, RangeRead head) {
        this.fetcher = fetcher;
        this.time = time;
        this.head = head;
    }

    /** Reads the head. */
    static RemoteBytes of(Fetcher fetcher, URI uri, TimeLeft time) throws FetchProblem, InterruptedException {
        return new RemoteBytes(fetcher, time, fetcher.read(uri, 0, HEAD, time.left()));
    }

    @Override
    public long length() {
        return head.total().orElse(UNTOLD);
    }

    @Override
    public boolean lengthTold() {
        return head.total().isPresent();
    }

    @Override
    public Optional<String> lack() {
        return lack;
    }

    /** Whether what lacks may be there the next time. */
    boolean passing() {
        return passing;
    }

    @Override
    public boolean atHand(long offset, long count) {
        long end = Math.min(offset + count, length());
        long from = offset < head.bytes().length ? head.bytes().length : offset;
        return end <= head.bytes().length
                || end <= offset
                || more.filter(m -> from >= m.start() && end <= m.start() + m.bytes().length)
                        .isPresent();
    }

    @Override
    public boolean reachable(long offset, long count) {
        long end = Math.min(offset + count, length());
        return atHand(offset, count) || !asked && head.ranged() && end - start(offset) <= MORE;
    }

    @Override
    public byte[] upTo(long offset, int count) throws IOException {
        if (offset < 0) {
            throw new EOFException();
        }
        int wanted = (int) Math.max(0, Math.min(count, length() - offset));
        if (!atHand(offset, wanted)) {
            readMore(offset, wanted);
        }
        byte[] bytes = new byte[wanted];
        copy(head, offset, bytes);
        more.ifPresent(part -> copy(part, offset, bytes));
        return bytes;
    }

    /** What is at hand already is not read again. */
    private long start(long offset) {
        return Math.max(offset, head.bytes().length);
    }

    private void readMore(long offset, int wanted) throws IOException {
        if (!head.ranged()) {
            throw lacking("it lies behind the first " + HEAD / 1024 + " KB, and the server sends no parts of a file");
        }
        if (!reachable(offset, wanted)) {
            throw lacking("it lies too far apart to be read without fetching the whole file");
        }
        asked = true;
        long from = start(offset);
        RangeRead read = part(from, (int) Math.min(MORE, length() - from));
        if (read.start() != from || read.bytes().length < offset + wanted - from) {
            throw lacking("the server did not send the part of the file that was asked for");
        }
        more = Optional.of(read);
    }

    private RangeRead part(long from, int count) throws IOException {
        try {
            return fetcher.read(head.uri(), from, count, time.left());
        } catch (FetchProblem e) {
            passing = true;
            throw lacking(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    private IOException lacking(String why) {
        lack = Optional.of(why);
        return new IOException(why);
    }

    private static void copy(RangeRead part, long offset, byte[] target) {
        long from = Math.max(part.start(), offset);
        long to = Math.min(part.start() + part.bytes().length, offset + target.length);
        if (from < to) {
            System.arraycopy(
                    part.bytes(), (int) (from - part.start()), target, (int) (from - offset), (int) (to - from));
        }
    }
}
