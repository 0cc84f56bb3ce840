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

    private final FileBytes file;
    private int seen;

    Mp4BoxReader(FileBytes file) {
        this.file = file;
    }

    /** A box: its name, where its content begins and where it ends. */
    private record Box(String name, long start, long end) {}

    /** What the film's index tells; {@code size} is as shown, after rotation. */
    record Film(boolean picture, Optional<FrameSize> size, Optional<Double> seconds) {}

    /** Reads the index; an {@link EOFException} when it is missing or the file ends too early. */
    Film read() throws IOException {
        List<Box> top = within(0, file.length());
        Box moov = first(top, "moov").orElseThrow(EOFException::new);
        List<Box> inner = within(moov.start(), moov.end());
        Optional<Box> picture = pictureTrack(inner);
        return new Film(
                picture.isPresent(), picture.isPresent() ? size(picture.get()) : Optional.empty(), seconds(inner));
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

    private Optional<Box> pictureTrack(List<Box> inner) throws IOException {
        for (Box track : inner) {
            if (track.name().equals("trak") && showsPictures(track)) {
                return Optional.of(track);
            }
        }
        return Optional.empty();
    }

    private boolean showsPictures(Box track) throws IOException {
        Optional<Box> media = first(within(track.start(), track.end()), "mdia");
        if (media.isEmpty()) {
            return false;
        }
        Optional<Box> handler = first(within(media.get().start(), media.get().end()), "hdlr");
        return handler.isPresent() && file.name(handler.get().start() + 8).equals("vide");
    }

    private Optional<FrameSize> size(Box track) throws IOException {
        Optional<Box> header = first(within(track.start(), track.end()), "tkhd");
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
