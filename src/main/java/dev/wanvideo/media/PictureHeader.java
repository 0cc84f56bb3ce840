package dev.wanvideo.media;

import dev.wanvideo.video.FrameSize;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pixel size of a picture from its header, and whether its end is there; no pixel is decoded. */
final class PictureHeader {
    private static final int JPEG_START_OF_SCAN = 0xda;
    private static final int JPEG_END = 0xffd9;
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_FRAME = 0x2c;
    private static final int WINDOW = 64 * 1024;

    private PictureHeader() {}

    /** The size as stored, before any rotation that a camera noted; empty below two pixels. */
    static Optional<FrameSize> size(Path file, ContentType type) throws IOException {
        return read(file, type, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return width < 2 || height < 2 ? Optional.empty() : Optional.of(new FrameSize(width, height));
        });
    }

    /** Whether it has an alpha channel, used or not; fails when its kind of pixel cannot be decoded. */
    static boolean alpha(Path file, ContentType type) throws IOException {
        return read(
                file,
                type,
                reader -> reader.getImageTypes(0).next().getColorModel().hasAlpha());
    }

    private static <T> T read(Path file, ContentType type, Question<T> question) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mime());
        if (!readers.hasNext()) {
            throw new IOException("no reader for " + type);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return question.ask(reader);
        } catch (RuntimeException e) {
            // Readers meet broken headers with whatever their arithmetic throws.
            throw new IOException("not a readable header", e);
        } finally {
            reader.dispose();
        }
    }

    /** Something that a header tells. */
    private interface Question<T> {
        T ask(ImageReader reader) throws IOException;
    }

    /** Fails with an {@link EOFException} when the file was cut off. */
    static void checkWhole(FileBytes file, ContentType type) throws IOException {
        boolean whole = switch (type) {
            case PNG -> pngEnds(file);
            case JPEG -> jpegEnds(file);
            case WEBP -> file.little(4, 4) + 8 <= file.length();
            case BMP -> file.little(2, 4) <= file.length();
            case GIF -> gifHasAFrame(file);
            default -> true;
        };
        if (!whole) {
            throw new EOFException();
        }
    }

    private static boolean pngEnds(FileBytes file) throws IOException {
        long at = 8;
        while (file.length() - at >= 12) {
            if (file.name(at + 4).equals("IEND")) {
                return true;
            }
            at += 12 + file.big(at, 4);
        }
        return false;
    }

    /** The end mark is looked for behind the header only: a thumbnail inside the header has one of its own. */
    private static boolean jpegEnds(FileBytes file) throws IOException {
        long at = 2;
        while (file.big(at, 1) == 0xff && file.big(at + 1, 1) != JPEG_START_OF_SCAN) {
            at += file.big(at + 1, 1) == 0xff ? 1 : 2 + file.big(at + 2, 2);
        }
        return jpegEndBetween(file, at, file.length());
    }

    private static boolean jpegEndBetween(FileBytes file, long start, long end) throws IOException {
        for (long to = end; to > start; to -= WINDOW - 1) {
            long from = Math.max(start, to - WINDOW);
            byte[] bytes = file.at(from, (int) (to - from));
            for (int i = bytes.length - 2; i >= 0; i--) {
                if ((bytes[i] << 8 & 0xff00 | bytes[i + 1] & 0xff) == JPEG_END) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Follows the blocks up to the end of the first frame, which is all that is ever drawn. */
    private static boolean gifHasAFrame(FileBytes file) throws IOException {
        long at = 13 + colourTable(file.big(10, 1));
        while (true) {
            int block = (int) file.big(at, 1);
            if (block == GIF_EXTENSION) {
                at = afterData(file, at + 2);
            } else if (block == GIF_FRAME) {
                afterData(file, at + 11 + colourTable(file.big(at + 9, 1)));
                return true;
            } else {
                return false;
            }
        }
    }

    private static long colourTable(long flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }

    private static long afterData(FileBytes file, long start) throws IOException {
        long at = start;
        for (long length = file.big(at, 1); length > 0; length = file.big(at, 1)) {
            at += 1 + length;
        }
        return at + 1;
    }
}
