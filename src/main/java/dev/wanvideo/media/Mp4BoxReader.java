package dev.wanvideo.media;

import dev.wanvideo.video.FrameSize;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Size and length of an MP4 or MOV film from its boxes (ISO 14496-12), wherever in the file its index lies. */
final class Mp4BoxReader {
    private final Bytes file;
    private final Mp4Tree tree;

    Mp4BoxReader(Bytes file) {
        this.file = file;
        this.tree = new Mp4Tree(file);
    }

    /**
     * What the film's index tells.
     *
     * @param size as shown, after rotation and with square pixels
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
        List<Mp4Box> top = tree.top();
        Mp4Box moov = Mp4Box.first(top, "moov").orElseThrow(EOFException::new);
        List<Mp4Box> inner = tree.within(moov);
        Optional<Mp4Box> picture = track(inner, "vide");
        return new Film(
                picture.isPresent(),
                picture.isPresent() ? size(picture.get()) : Optional.empty(),
                seconds(top, inner),
                track(inner, "soun").isPresent(),
                picture.isPresent() ? codec(picture.get()) : Optional.empty(),
                Mp4Box.first(top, "mdat").filter(box -> box.end() > box.start()).isPresent());
    }

    private Optional<Mp4Box> track(List<Mp4Box> inner, String handler) throws IOException {
        for (Mp4Box track : inner) {
            if (track.name().equals("trak") && handler.equals(handler(track))) {
                return Optional.of(track);
            }
        }
        return Optional.empty();
    }

    private String handler(Mp4Box track) throws IOException {
        Optional<Mp4Box> handler = tree.inside(track, "mdia", "hdlr");
        return handler.isPresent() ? file.name(handler.get().start() + 8) : "";
    }

    private Optional<String> codec(Mp4Box track) throws IOException {
        Optional<Mp4Box> table = tree.inside(track, "mdia", "minf", "stbl", "stsd");
        return table.isPresent() && table.get().end() - table.get().start() >= 16
                ? Optional.of(file.name(table.get().start() + 12))
                : Optional.empty();
    }

    private Optional<FrameSize> size(Mp4Box track) throws IOException {
        Optional<Mp4Box> header = tree.inside(track, "tkhd");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        long matrix = header.get().start() + (file.big(header.get().start(), 1) == 1 ? 52 : 40);
        int width = rounded(file.big(matrix + 36, 4));
        int height = rounded(file.big(matrix + 40, 4));
        boolean turned = file.big(matrix, 4) == 0 && file.big(matrix + 16, 4) == 0;
        return width < 2 || height < 2
                ? Optional.empty()
                : Optional.of(turned ? new FrameSize(height, width) : new FrameSize(width, height));
    }

    /** The lower half is behind the point; pixels that are not square leave something there. */
    private static int rounded(long fixed) {
        return (int) (fixed + 0x8000 >> 16);
    }

    private Optional<Double> seconds(List<Mp4Box> top, List<Mp4Box> inner) throws IOException {
        Optional<Mp4Box> header = Mp4Box.first(inner, "mvhd");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        long start = header.get().start();
        boolean wide = file.big(start, 1) == 1;
        long scale = file.big(start + (wide ? 20 : 12), 4);
        long told = file.big(start + (wide ? 24 : 16), wide ? 8 : 4);
        boolean known = scale > 0 && told > 0 && (wide || told != 0xffff_ffffL);
        Optional<Double> indexed = known ? Optional.of((double) told / scale) : Optional.empty();
        Optional<Mp4Box> extension = Mp4Box.first(inner, "mvex");
        // What lies in fragments is not in the index, and so not in its length.
        return extension.isEmpty() ? indexed : new Mp4Fragments(file, tree).seconds(top, inner, extension.get(), scale);
    }
}
