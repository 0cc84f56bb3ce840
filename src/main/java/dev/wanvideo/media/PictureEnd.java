package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether the end of a picture is there. */
final class PictureEnd {
    private static final int JPEG_START_OF_SCAN = 0xda;
    private static final int JPEG_END = 0xffd9;
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_FRAME = 0x2c;
    private static final int WINDOW = 64 * 1024;

    /** Some programs write notes of their own behind a picture; few of them write more than this. */
    private static final int TAIL = 16 * 1024;

    private PictureEnd() {}

    /**
     * Looks for the end of a picture whose middle lies far away.
     *
     * @return why it is doubted, as a sentence without its end
     * @throws IOException when its last bytes cannot be had
     */
    static Optional<String> doubt(Bytes file, ContentType type) throws IOException {
        long from = Math.max(0, file.length() - TAIL);
        boolean looked = type == ContentType.PNG || type == ContentType.JPEG;
        if (!looked || !file.lengthTold() || file.atHand(0, file.length())) {
            return Optional.empty();
        }
        String tail = new String(file.upTo(from, TAIL), StandardCharsets.ISO_8859_1);
        return tail.contains(type == ContentType.PNG ? "IEND\u00ae\u0042\u0060\u0082" : "\u00ff\u00d9")
                ? Optional.empty()
                : Optional.of("it may be cut off: its last " + TAIL / 1024 + " KB hold no end of a picture");
    }

    /** Fails with an {@link EOFException} when the file was cut off, as far as that can be told from what is at hand. */
    static void check(Bytes file, ContentType type) throws IOException {
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
        PartCount chunks = new PartCount();
        long at = 8;
        while (file.length() - at >= 12) {
            chunks.next();
            if (file.name(at + 4).equals("IEND")) {
                return true;
            }
            at += 12 + file.big(at, 4);
        }
        return false;
    }

    /** The end mark is looked for behind the header only: a thumbnail inside the header has one of its own. */
    private static boolean jpegEnds(Bytes file) throws IOException {
        PartCount segments = new PartCount();
        long at = 2;
        while (file.big(at, 1) == 0xff && file.big(at + 1, 1) != JPEG_START_OF_SCAN) {
            segments.next();
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
        PartCount blocks = new PartCount();
        long at = 13 + colourTable(file.big(10, 1));
        while (true) {
            int block = (int) file.big(at, 1);
            if (block == GIF_EXTENSION) {
                at = afterData(file, at + 2, blocks);
            } else if (block == GIF_FRAME) {
                afterData(file, at + 11 + colourTable(file.big(at + 9, 1)), blocks);
                return true;
            } else {
                return false;
            }
        }
    }

    private static long colourTable(long flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
    }

    private static long afterData(Bytes file, long start, PartCount blocks) throws IOException {
        long at = start;
        blocks.next();
        for (long length = file.big(at, 1); length > 0; length = file.big(at, 1)) {
            blocks.next();
            at += 1 + length;
        }
        return at + 1;
    }
}
