package dev.wanvideo.media;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How a JPEG wants to be turned before it is looked at: tag 0x0112 of its EXIF block, 1-8, where 1 is upright.
 *
 * <p>Source: JEITA CP-3451C, 4.6.4 and 4.7.2.
 */
public final class ExifOrientation {
    public static final int UPRIGHT = 1;

    private static final int HEAD = 256 * 1024;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int EXIF_HEADER = 6;

    private ExifOrientation() {}

    /** The orientation of a file; upright when it is no JPEG or says nothing sensible. */
    static int of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        }
    }

    /** The same of bytes that may lie elsewhere, of which then only the first are looked at. */
    static int of(Bytes file) throws IOException {
        return of(file.upTo(0, file.atHand(0, HEAD) ? HEAD : RemoteBytes.HEAD));
    }

    static int of(byte[] jpeg) {
        ByteBuffer in = ByteBuffer.wrap(jpeg);
        if (in.remaining() < 4 || in.getShort(0) != (short) 0xFFD8) {
            return UPRIGHT;
        }
        int at = 2;
        while (at + 4 <= jpeg.length && (in.getShort(at) & 0xFFFF) != START_OF_SCAN) {
            int end = at + 2 + (in.getShort(at + 2) & 0xFFFF);
            // The note stands at the beginning of its block, whose end may not be at hand.
            int known = Math.min(end, jpeg.length);
            if ((in.getShort(at) & 0xFFFF) == APP1 && known > at + 4 + EXIF_HEADER) {
                return inBlock(Arrays.copyOfRange(jpeg, at + 4, known));
            }
            at = end;
        }
        return UPRIGHT;
    }

    private static int inBlock(byte[] block) {
        if (block[0] != 'E' || block[1] != 'x' || block.length < EXIF_HEADER + 8) {
            return UPRIGHT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(block, EXIF_HEADER, block.length - EXIF_HEADER)
                .slice()
                .order(block[EXIF_HEADER] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int at = directory + 2; entries > 0 && at + 12 <= tiff.limit(); at += 12, entries--) {
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION_TAG) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A copy that is upright, of a kind of pixel that draws fast. */
    public static BufferedImage turned(BufferedImage stored, int orientation) {
        boolean lies = lies(orientation);
        int width = lies ? stored.getHeight() : stored.getWidth();
        int height = lies ? stored.getWidth() : stored.getHeight();
        BufferedImage upright = new BufferedImage(width, height, Scaling.typeFor(stored));
        Graphics2D g = upright.createGraphics();
        g.drawImage(stored, upright(orientation, stored.getWidth(), stored.getHeight()), null);
        g.dispose();
        return upright;
    }

    /** Whether width and height change places. */
    static boolean lies(int orientation) {
        return orientation >= 5;
    }

    /** What brings a stored picture of the given size upright. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
