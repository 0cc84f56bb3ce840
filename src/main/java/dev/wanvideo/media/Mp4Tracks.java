package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each track of a film in fragments ends (ISO 14496-12, 8.8.3, 8.8.7, 8.8.8 and 8.8.12). */
final class Mp4Tracks {
    private static final int MOST_SAMPLES = 100_000;

    private static final int TELLS_BASE = 1;
    private static final int TELLS_DESCRIPTION = 2;
    private static final int TELLS_DURATION = 8;
    private static final int TELLS_PLACE = 1;
    private static final int TELLS_FIRST = 4;
    private static final int TELLS_EACH = 0x100;

    private final Bytes file;
    private final Mp4Tree tree;
    private final List<Mp4Box> inner;
    private final Mp4Box extension;

    /**
     * @param inner the boxes of the index
     * @param extension the one of them that says that there are fragments
     */
    Mp4Tracks(Bytes file, Mp4Tree tree, List<Mp4Box> inner, Mp4Box extension) {
        this.file = file;
        this.tree = tree;
        this.inner = inner;
        this.extension = extension;
    }

    /** A track: how many units make a second, where it ends so far, and how many units a sample lasts if not told. */
    private static final class Track {
        private final long scale;
        private long usual;
        private Optional<Long> end;

        Track(long scale, long end) {
            this.scale = scale;
            this.end = Optional.of(end);
        }
    }

    /**
     * When the last track ends; empty when the fragments do not say when they begin.
     *
     * @param whole whether these are all fragments there are
     */
    Optional<Double> seconds(List<Mp4Box> fragments, boolean whole) throws IOException {
        Map<Long, Track> tracks = tracks();
        if (!whole) {
            tracks.values().forEach(track -> track.end = Optional.empty());
        }
        for (Mp4Box fragment : fragments) {
            for (Mp4Box run : Mp4Box.all(tree.within(fragment), "traf")) {
                add(tracks, run);
            }
        }
        return tracks.values().stream()
                .flatMap(track -> track.end.stream().map(end -> (double) end / track.scale))
                .max(Double::compare)
                .filter(seconds -> seconds > 0);
    }

    private Map<Long, Track> tracks() throws IOException {
        Map<Long, Track> tracks = new HashMap<>();
        for (Mp4Box box : Mp4Box.all(inner, "trak")) {
            Optional<Mp4Box> header = tree.inside(box, "tkhd");
            Optional<Mp4Box> media = tree.inside(box, "mdia", "mdhd");
            if (header.isPresent() && media.isPresent()) {
                long start = header.get().start();
                add(
                        tracks,
                        file.big(start + (file.big(start, 1) == 1 ? 20 : 12), 4),
                        media.get().start());
            }
        }
        for (Mp4Box usual : Mp4Box.all(tree.within(extension), "trex")) {
            Track track = tracks.get(file.big(usual.start() + 4, 4));
            if (track != null) {
                track.usual = file.big(usual.start() + 12, 4);
            }
        }
        return tracks;
    }

    private void add(Map<Long, Track> tracks, long id, long media) throws IOException {
        boolean wide = file.big(media, 1) == 1;
        long scale = file.big(media + (wide ? 20 : 12), 4);
        if (scale > 0) {
            tracks.put(id, new Track(scale, file.big(media + (wide ? 24 : 16), wide ? 8 : 4)));
        }
    }

    private void add(Map<Long, Track> tracks, Mp4Box run) throws IOException {
        List<Mp4Box> boxes = tree.within(run);
        Mp4Box header = Mp4Box.first(boxes, "tfhd").orElseThrow(EOFException::new);
        Track track = tracks.get(file.big(header.start() + 4, 4));
        if (track == null) {
            return;
        }
        Optional<Mp4Box> time = Mp4Box.first(boxes, "tfdt");
        if (time.isPresent()) {
            long start = time.get().start();
            track.end = Optional.of(file.big(start + 4, file.big(start, 1) == 1 ? 8 : 4));
        }
        long usual = usual(header, track);
        for (Mp4Box samples : Mp4Box.all(boxes, "trun")) {
            long length = length(samples, usual);
            track.end = track.end.map(end -> end + length);
        }
    }

    private long usual(Mp4Box header, Track track) throws IOException {
        int flags = (int) file.big(header.start() + 1, 3);
        if ((flags & TELLS_DURATION) == 0) {
            return track.usual;
        }
        int before = ((flags & TELLS_BASE) == 0 ? 0 : 8) + ((flags & TELLS_DESCRIPTION) == 0 ? 0 : 4);
        return file.big(header.start() + 8 + before, 4);
    }

    private long length(Mp4Box samples, long usual) throws IOException {
        int flags = (int) file.big(samples.start() + 1, 3);
        int count = (int) file.big(samples.start() + 4, 4);
        if ((flags & TELLS_EACH) == 0) {
            return Math.max(0, count) * usual;
        }
        int entry = 4 * Integer.bitCount(flags & 0xf00);
        long list = samples.start() + 8 + ((flags & TELLS_PLACE) == 0 ? 0 : 4) + ((flags & TELLS_FIRST) == 0 ? 0 : 4);
        if (count < 0 || count > MOST_SAMPLES || list + (long) count * entry > samples.end()) {
            throw new EOFException();
        }
        ByteBuffer entries = ByteBuffer.wrap(file.at(list, count * entry));
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += entries.getInt(i * entry) & 0xffff_ffffL;
        }
        return sum;
    }
}
