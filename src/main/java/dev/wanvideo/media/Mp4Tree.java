package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks through the boxes of a film, of which only so many are ever looked at. */
final class Mp4Tree {
    private static final int MOST_BOXES = 20_000;

    private final Bytes file;
    private int seen;

    Mp4Tree(Bytes file) {
        this.file = file;
    }

    /** The outermost boxes. Behind the index, what is not at hand is not worth reading. */
    List<Mp4Box> top() throws IOException {
        List<Mp4Box> boxes = new ArrayList<>();
        boolean index = false;
        long at = 0;
        while (file.length() - at >= 8 && (!index || file.atHand(at, 16))) {
            Mp4Box box = box(at, file.length());
            boxes.add(box);
            index |= box.name().equals("moov");
            at = box.end();
        }
        return boxes;
    }

    /** The boxes between two places. */
    List<Mp4Box> within(long start, long end) throws IOException {
        List<Mp4Box> boxes = new ArrayList<>();
        long at = start;
        while (end - at >= 8) {
            Mp4Box box = box(at, end);
            boxes.add(box);
            at = box.end();
        }
        return boxes;
    }

    List<Mp4Box> within(Mp4Box outer) throws IOException {
        return within(outer.start(), outer.end());
    }

    /** The box that begins at a place; an {@link EOFException} when it does not end within its surroundings. */
    Mp4Box box(long at, long end) throws IOException {
        if (++seen > MOST_BOXES) {
            throw new IOException("too many boxes");
        }
        long size = file.big(at, 4);
        int header = size == 1 ? 16 : 8;
        long length = size == 1 ? file.big(at + 8, 8) : size == 0 ? end - at : size;
        if (length < header || length > end - at) {
            throw new EOFException();
        }
        return new Mp4Box(file.name(at + 4), at + header, at + length);
    }

    /** The box that these names lead to, each inside the one before. */
    Optional<Mp4Box> inside(Mp4Box outer, String... names) throws IOException {
        Optional<Mp4Box> here = Optional.of(outer);
        for (String name : names) {
            if (here.isPresent()) {
                here = Mp4Box.first(within(here.get()), name);
            }
        }
        return here;
    }
}
