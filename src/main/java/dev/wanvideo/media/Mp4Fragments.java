package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How long a film in fragments lasts: by its own sum, by its tables of segments, or by where its last fragments end
 * (ISO 14496-12, 8.8 and 8.16.3). Empty where telling it would take reading the whole file.
 */
final class Mp4Fragments {
    private final Bytes file;
    private final Mp4Tree tree;

    Mp4Fragments(Bytes file, Mp4Tree tree) {
        this.file = file;
        this.tree = tree;
    }

    /**
     * @param top the outermost boxes as far as they are at hand
     * @param inner those of the index
     * @param extension the one that says that there are fragments
     * @param scale units per second of the index
     */
    Optional<Double> seconds(List<Mp4Box> top, List<Mp4Box> inner, Mp4Box extension, long scale) throws IOException {
        Optional<Double> told = scale > 0 ? overall(extension, scale) : Optional.empty();
        if (told.isEmpty()) {
            told = segments(top);
        }
        return told.isPresent() ? told : counted(top, inner, extension);
    }

    private Optional<Double> overall(Mp4Box extension, long scale) throws IOException {
        Optional<Mp4Box> overall = tree.inside(extension, "mehd");
        if (overall.isEmpty()) {
            return Optional.empty();
        }
        long start = overall.get().start();
        long told = file.big(start + 4, file.big(start, 1) == 1 ? 8 : 4);
        return told > 0 ? Optional.of((double) told / scale) : Optional.empty();
    }

    /** Tables before all fragments, one for each track, that lead to the end of the file. */
    private Optional<Double> segments(List<Mp4Box> top) throws IOException {
        Optional<Double> longest = Optional.empty();
        for (Mp4Box box : top) {
            if (box.name().equals("moof")) {
                break;
            }
            Optional<Double> length = box.name().equals("sidx") ? segments(box) : Optional.empty();
            if (length.isPresent() && length.get() > longest.orElse(0.0)) {
                longest = length;
            }
        }
        return longest;
    }

    private Optional<Double> segments(Mp4Box table) throws IOException {
        boolean wide = file.big(table.start(), 1) == 1;
        long scale = file.big(table.start() + 8, 4);
        long list = table.start() + (wide ? 28 : 20);
        int count = (int) file.big(list + 2, 2);
        if (list + 4 + 12L * count > table.end()) {
            throw new EOFException();
        }
        ByteBuffer entries = ByteBuffer.wrap(file.at(list + 4, 12 * count));
        long duration = 0;
        long end = table.end() + file.big(table.start() + (wide ? 20 : 16), wide ? 8 : 4);
        for (int i = 0; i < count; i++) {
            end += entries.getInt(12 * i) & 0x7fff_ffffL;
            duration += entries.getInt(12 * i + 4) & 0xffff_ffffL;
        }
        return scale > 0 && duration > 0 && nothingPlaysBehind(end)
                ? Optional.of((double) duration / scale)
                : Optional.empty();
    }

    private boolean nothingPlaysBehind(long end) throws IOException {
        long rest = file.length() - end;
        if (!file.lengthTold() || rest == 0) {
            return file.lengthTold();
        }
        // Read from where it begins, so that the next table finds the same part at hand.
        return rest >= 8
                && file.reachable(end, rest)
                && new String(file.at(end, 8), StandardCharsets.ISO_8859_1).endsWith("mfra");
    }

    private Optional<Double> counted(List<Mp4Box> top, List<Mp4Box> inner, Mp4Box extension) throws IOException {
        boolean whole =
                !top.isEmpty() && file.length() - top.get(top.size() - 1).end() < 8;
        List<Mp4Box> fragments = Mp4Box.all(whole ? top : tail(), "moof");
        return fragments.isEmpty()
                ? Optional.empty()
                : new Mp4Tracks(file, tree, inner, extension).seconds(fragments, whole);
    }

    /** The last fragments, which a table at the end of the file leads to. */
    private List<Mp4Box> tail() throws IOException {
        long from = Math.max(0, file.length() - RemoteBytes.MORE);
        int length = (int) Math.min(file.length(), RemoteBytes.MORE);
        if (!file.lengthTold() || length < 16 || !file.reachable(from, length)) {
            return List.of();
        }
        file.upTo(from, length);
        long size = file.big(file.length() - 4, 4);
        if (!file.name(file.length() - 12).equals("mfro") || size < 8 || size > length) {
            return List.of();
        }
        Mp4Box table = tree.box(file.length() - size, file.length());
        long last = lastFragment(table);
        return last < from ? List.of() : tree.within(last, file.length() - size);
    }

    private long lastFragment(Mp4Box table) throws IOException {
        long last = -1;
        for (Mp4Box track : Mp4Box.all(tree.within(table), "tfra")) {
            boolean wide = file.big(track.start(), 1) == 1;
            long sizes = file.big(track.start() + 8, 4);
            long entry = (wide ? 16 : 8) + 3 + (sizes >> 4 & 3) + (sizes >> 2 & 3) + (sizes & 3);
            long at = track.start() + 16 + entry * (file.big(track.start() + 12, 4) - 1);
            if (at >= track.start() + 16 && at + entry <= track.end()) {
                last = Math.max(last, wide ? file.big(at + 8, 8) : file.big(at + 4, 4));
            }
        }
        return last;
    }
}
