package dev.wanvideo.media;

import dev.wanvideo.video.FrameSize;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pixel size of a picture from its header, and whether its end is there; no pixel is decoded. */
final class PictureHeader {
    private static final int JPEG_START_OF_SCAN = 0xda;
    private static final int JPEG_END = 0xffd9;
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_FRAME = 0x2c;
    private static final Set<Long> PNG_WITH_ALPHA = Set.of(4L, 6L);
    private static final int WINDOW = 64 * 1024;

    private PictureHeader() {}

    /** The size as stored, before any rotation that a camera noted; empty below two pixels. */
    static Optional<FrameSize> size(Bytes file, ContentType type) throws IOException {
        return read(file, type, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return width < 2 || height < 2 ? Optional.empty() : Optional.of(new FrameSize(width, height));
        });
    }

    /** Whether it has an alpha channel, used or not; fails when its kind of pixel cannot be decoded. */
    static boolean alpha(Bytes file, ContentType type) throws IOException {
        return read(
                file,
                type,
                reader -> reader.getImageTypes(0).next().getColorModel().hasAlpha());
    }

    /**
     * Whether its format gives it an alpha channel, used or not, told from its first bytes; empty where they do not tell.
     *
     * <p>Sources: https://www.w3.org/TR/png-3/ (11.2.1, 11.3.1), https://developers.google.com/speed/webp/docs/riff_container
     * and /webp_lossless_bitstream_specification (read 2026-11-20).
     */
    static Optional<Boolean> transparent(Bytes file, ContentType type) throws IOException {
        return switch (type) {
            case PNG -> Optional.of(PNG_WITH_ALPHA.contains(file.big(25, 1)) || pngNamesAClearColour(file));
            case WEBP -> webpAlpha(file);
            case JPEG, BMP -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static boolean pngNamesAClearColour(Bytes file) throws IOException {
        long at = 8;
        while (file.length() - at >= 12) {
            String chunk = file.name(at + 4);
            if (chunk.equals("tRNS") || chunk.equals("IDAT")) {
                return chunk.equals("tRNS");
            }
            at += 12 + file.big(at, 4);
        }
        return false;
    }

    private static Optional<Boolean> webpAlpha(Bytes file) throws IOException {
        return switch (file.name(12)) {
            case "VP8X" -> Optional.of((file.big(20, 1) & 0x10) != 0);
            case "VP8L" -> Optional.of((file.little(21, 4) >> 28 & 1) != 0);
            case "VP8 " -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static <T> T read(Bytes file, ContentType type, Question<T> question) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mime());
        if (!readers.hasNext()) {
            throw new IOException("no reader for " + type);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new BytesImageStream(file)) {
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

    /** Fails with an {@link EOFException} when the file was cut off, as far as that can be told from what is at hand. */
    static void checkWhole(Bytes file, ContentType type) throws IOException {
        boolean whole = switch (type) {
            case PNG -> !file.atHand(0, file.length()) || pngEnds(file);
            case JPEG -> !file.atHand(0, file.length()) || jpegEnds(file);
            case WEBP -> file.little(4, 4) + 8 <= file.length();
            case BMP -> file.little(2, 4) <= file.length();
            case GIF -> !file.atHand(0, file.length()) || gifHasAFrame(file);
            default -> true;
        };
        if (!whole) {
            throw new EOFException();
        }
    }

    private static boolean pngEnds(Bytes file) throws IOException {
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
    private static boolean jpegEnds(Bytes file) throws IOException {
        long at = 2;
        while (file.big(at, 1) == 0xff && file.big(at + 1, 1) != JPEG_START_OF_SCAN) {
            at += file.big(at + 1, 1) == 0xff ? 1 : 2 + file.big(at + 2, 2);
        }
        return jpegEndBetween(file, at, file.length());
    }

    private static boolean jpegEndBetween(Bytes file, long start, long end) throws IOException {
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
    private static boolean gifHasAFrame(Bytes file) throws IOException {
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

    private static long afterData(Bytes file, long start) throws IOException {
        long at = start;
        for (long length = file.big(at, 1); length > 0; length = file.big(at, 1)) {
            at += 1 + length;
        }
        return at + 1;
    }
}
