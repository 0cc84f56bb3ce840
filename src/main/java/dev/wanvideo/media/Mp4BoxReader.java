package dev.wanvideo.media;

import dev.wanvideo.video.FrameSize;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Size and length of an MP4 or MOV film from its boxes (ISO 14496-12), wherever in the file its index lies. */
final class Mp4BoxReader {
    private static final int MOST_BOXES = 20_000;

    private final Bytes file;
    private int seen;

    Mp4BoxReader(Bytes file) {
        this.file = file;
    }

    /** A box: its name, where its content begins and where it ends. */
    private record Box(String name, long start, long end) {}

    /**
     * What the film's index tells.
     *
     * @param size as shown, after rotation
     * @param sound whether there is a sound track
     * @param codec four letters by which the index names how the picture is coded
     * @param frames whether there is anything beside the index
     */
    record Film(
            boolean picture,
            Optional<FrameSize> size,
            Optional<Double> seconds,
            boolean sound,
            Optional<String> codec,
            boolean frames) {}

    /** Reads the index; an {@link EOFException} when it is missing or the file ends too early. */
    Film read() throws IOException {
        List<Box> top = top();
        Box moov = first(top, "moov").orElseThrow(EOFException::new);
        List<Box> inner = within(moov.start(), moov.end());
        Optional<Box> picture = track(inner, "vide");
        return new Film(
                picture.isPresent(),
                picture.isPresent() ? size(picture.get()) : Optional.empty(),
                seconds(inner),
                track(inner, "soun").isPresent(),
                picture.isPresent() ? codec(picture.get()) : Optional.empty(),
                first(top, "mdat").filter(box -> box.end() > box.start()).isPresent());
    }

    /** Behind the index, what is not at hand is not worth reading. */
    private List<Box> top() throws IOException {
        List<Box> boxes = new ArrayList<>();
        boolean index = false;
        long at = 0;
        while (file.length() - at >= 8 && (!index || file.atHand(at, 16))) {
            Box box = box(at, file.length());
            boxes.add(box);
            index |= box.name().equals("moov");
            at = box.end();
        }
        return boxes;
    }

    private List<Box> within(long start, long end) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long at = start;
        while (end - at >= 8) {
            Box box = box(at, end);
            boxes.add(box);
            at = box.end();
        }
        return boxes;
    }

    private Box box(long at, long end) throws IOException {
        if (++seen > MOST_BOXES) {
            throw new IOException("too many boxes");
        }
        long size = file.big(at, 4);
        int header = size == 1 ? 16 : 8;
        long length = size == 1 ? file.big(at + 8, 8) : size == 0 ? end - at : size;
        if (length < header || length > end - at) {
            throw new EOFException();
        }
        return new Box(file.name(at + 4), at + header, at + length);
    }

    private Optional<Box> track(List<Box> inner, String handler) throws IOException {
        for (Box track : inner) {
            if (track.name().equals("trak") && handler.equals(handler(track))) {
                return Optional.of(track);
            }
        }
        return Optional.empty();
    }

    private String handler(Box track) throws IOException {
        Optional<Box> handler = inside(track, "mdia", "hdlr");
        return handler.isPresent() ? file.name(handler.get().start() + 8) : "";
    }

    private Optional<String> codec(Box track) throws IOException {
        Optional<Box> table = inside(track, "mdia", "minf", "stbl", "stsd");
        return table.isPresent() && table.get().end() - table.get().start() >= 16
                ? Optional.of(file.name(table.get().start() + 12))
                : Optional.empty();
    }

    /** The box that these names lead to, each inside the one before. */
    private Optional<Box> inside(Box outer, String... names) throws IOException {
        Optional<Box> here = Optional.of(outer);
        for (String name : names) {
            if (here.isPresent()) {
                here = first(within(here.get().start(), here.get().end()), name);
            }
        }
        return here;
    }

    private Optional<FrameSize> size(Box track) throws IOException {
        Optional<Box> header = inside(track, "tkhd");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        long matrix = header.get().start() + (file.big(header.get().start(), 1) == 1 ? 52 : 40);
        int width = (int) file.big(matrix + 36, 2);
        int height = (int) file.big(matrix + 40, 2);
        boolean turned = file.big(matrix, 4) == 0 && file.big(matrix + 16, 4) == 0;
        return width < 2 || height < 2
                ? Optional.empty()
                : Optional.of(turned ? new FrameSize(height, width) : new FrameSize(width, height));
    }

    /** A film in fragments has a length of 0 in its index; then its own extension may tell. */
    private Optional<Double> seconds(List<Box> inner) throws IOException {
        Optional<Box> header = first(inner, "mvhd");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        boolean wide = file.big(header.get().start(), 1) == 1;
        long scale = file.big(header.get().start() + (wide ? 20 : 12), 4);
        long told = file.big(header.get().start() + (wide ? 24 : 16), wide ? 8 : 4);
        boolean known = told > 0 && (wide || told != 0xffff_ffffL);
        if (scale == 0) {
            return Optional.empty();
        }
        return known ? Optional.of((double) told / scale) : fragmented(inner, scale);
    }

    private Optional<Double> fragmented(List<Box> inner, long scale) throws IOException {
        Optional<Box> extension = first(inner, "mvex");
        if (extension.isPresent()) {
            Optional<Box> overall =
                    first(within(extension.get().start(), extension.get().end()), "mehd");
            if (overall.isPresent()) {
                boolean wide = file.big(overall.get().start(), 1) == 1;
                return Optional.of((double) file.big(overall.get().start() + 4, wide ? 8 : 4) / scale);
            }
        }
        return Optional.empty();
    }

    private static Optional<Box> first(List<Box> boxes, String name) {
        return boxes.stream().filter(box -> box.name().equals(name)).findFirst();
    }
}
