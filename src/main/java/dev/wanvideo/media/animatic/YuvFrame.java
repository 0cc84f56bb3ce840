package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;
import java.util.Arrays;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;

/**
 * Planes of one frame in BT.709 limited range, 4:2:0, padded to whole macroblocks; one object serves all frames.
 *
 * <p>Coefficients: Rec. ITU-R BT.709-6, sections 3.2 to 3.5, in 16 bit fixed point.
 */
final class YuvFrame {
    /** The encoder's bytes are signed: its zero is the middle of the range. */
    private static final int MIDDLE = 128;

    private static final int LUMA_BITS = 16;
    private static final int CHROMA_BITS = 18;
    private static final int RED_LUMA = 11966;
    private static final int GREEN_LUMA = 40254;
    private static final int BLUE_LUMA = 4064;
    private static final int RED_BLUENESS = -6596;
    private static final int GREEN_BLUENESS = -22189;
    private static final int FULL_CHROMA = 28784;
    private static final int GREEN_REDNESS = -26145;
    private static final int BLUE_REDNESS = -2639;

    private final FrameSize visible;
    private final int width;
    private final int height;
    private final byte[] luma;
    private final byte[] blueness;
    private final byte[] redness;

    YuvFrame(FrameSize visible) {
        this.visible = visible;
        this.width = (visible.width() + 15) / 16 * 16;
        this.height = (visible.height() + 15) / 16 * 16;
        this.luma = new byte[width * height];
        this.blueness = new byte[width * height / 4];
        this.redness = new byte[width * height / 4];
    }

    /** The planes as the encoder takes them; they change with the next frame taken. */
    Picture picture() {
        return Picture.createPicture(width, height, new byte[][] {luma, blueness, redness}, ColorSpace.YUV420J);
    }

    /** Takes over the pixels of a picture of the visible size, one {@code 0xRRGGBB} each. */
    void take(int[] rgb) {
        for (int y = 0; y < visible.height(); y += 2) {
            takeRows(rgb, y);
        }
        pad(luma, width, visible.width(), visible.height());
        pad(blueness, width / 2, visible.width() / 2, visible.height() / 2);
        pad(redness, width / 2, visible.width() / 2, visible.height() / 2);
    }

    /** Levels every 4x4 pixels, which leaves little to encode. */
    void soften() {
        level(luma, width, 4);
        level(blueness, width / 2, 2);
        level(redness, width / 2, 2);
    }

    private static void level(byte[] plane, int stride, int block) {
        for (int top = 0; top < plane.length; top += stride * block) {
            for (int start = top; start < top + stride; start += block) {
                int sum = 0;
                for (int i = 0; i < block * block; i++) {
                    sum += plane[start + i / block * stride + i % block];
                }
                for (int row = 0; row < block; row++) {
                    int from = start + row * stride;
                    Arrays.fill(plane, from, from + block, (byte) (sum / (block * block)));
                }
            }
        }
    }

    private void takeRows(int[] rgb, int y) {
        int stride = visible.width();
        for (int x = 0; x < stride; x += 2) {
            int from = y * stride + x;
            int to = y * width + x;
            int a = rgb[from];
            int b = rgb[from + 1];
            int c = rgb[from + stride];
            int d = rgb[from + stride + 1];
            luma[to] = lumaOf(a);
            luma[to + 1] = lumaOf(b);
            luma[to + width] = lumaOf(c);
            luma[to + width + 1] = lumaOf(d);
            int red = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255);
            int green = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255);
            int blue = (a & 255) + (b & 255) + (c & 255) + (d & 255);
            int chroma = y / 2 * (width / 2) + x / 2;
            blueness[chroma] = chromaOf(RED_BLUENESS * red + GREEN_BLUENESS * green + FULL_CHROMA * blue);
            redness[chroma] = chromaOf(FULL_CHROMA * red + GREEN_REDNESS * green + BLUE_REDNESS * blue);
        }
    }

    private static byte lumaOf(int rgb) {
        int sum = RED_LUMA * (rgb >> 16 & 255) + GREEN_LUMA * (rgb >> 8 & 255) + BLUE_LUMA * (rgb & 255);
        return (byte) (16 - MIDDLE + (sum + (1 << LUMA_BITS - 1) >> LUMA_BITS));
    }

    private static byte chromaOf(int sumOfFour) {
        return (byte) (sumOfFour + (1 << CHROMA_BITS - 1) >> CHROMA_BITS);
    }

    /** Repeats the last visible column and row, which costs the encoder least. */
    private static void pad(byte[] plane, int stride, int width, int height) {
        for (int y = 0; y < height; y++) {
            Arrays.fill(plane, y * stride + width, (y + 1) * stride, plane[y * stride + width - 1]);
        }
        for (int y = height; y * stride < plane.length; y++) {
            System.arraycopy(plane, (height - 1) * stride, plane, y * stride, stride);
        }
    }
}
