package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Map;
import java.util.OptionalLong;

/** A small part of a remote file, kept in memory; nothing beyond it is kept or waited for. */
final class RangeBody implements Intake {
    private final long from;
    private final int length;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long start;
    private boolean ranged;
    private OptionalLong total = OptionalLong.empty();

    RangeBody(long from, int length) {
        this.from = from;
        this.length = length;
    }

    @Override
    public Map<String, String> asks() {
        return Map.of("Range", "bytes=" + from + "-" + (from + length - 1));
    }

    @Override
    public synchronized Verdict begin(Head head) throws FetchProblem {
        return switch (head.status()) {
            case 200 -> whole(head);
            case 206 -> part(head);
            case 416 -> beyond(head);
            default -> throw Troubles.status(head.status());
        };
    }

    /** A server that knows no ranges: of its file the first bytes are taken, and no others. */
    private Verdict whole(Head head) throws FetchProblem {
        total = head.length();
        return from == 0 ? Verdict.TAKEN : Verdict.NEEDLESS;
    }

    private Verdict part(Head head) throws FetchProblem {
        Head.Range range = head.range();
        if (range.start().orElse(-1) != from) {
            throw new FetchProblem(Kind.PROTOCOL, "the server sent another part of the file than was asked for");
        }
        start = from;
        total = range.total();
        ranged = true;
        return Verdict.TAKEN;
    }

    private Verdict beyond(Head head) throws FetchProblem {
        start = from;
        total = head.headers().contains("Content-Range") ? head.range().total() : OptionalLong.empty();
        ranged = true;
        return Verdict.NEEDLESS;
    }

    @Override
    public synchronized boolean take(byte[] chunk) {
        bytes.write(chunk, 0, Math.min(chunk.length, length - bytes.size()));
        return bytes.size() < length;
    }

    /** What came, once the answer is over. */
    synchronized RangeRead read(URI uri) {
        boolean ended = bytes.size() < length && !ranged && from == 0;
        OptionalLong known = ended ? OptionalLong.of(bytes.size()) : total;
        return new RangeRead(start, bytes.toByteArray(), known, ranged, uri);
    }
}
