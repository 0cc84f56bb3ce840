package dev.wanvideo.media.animatic;

import java.awt.image.BufferedImage;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rect;

/** Turns decoded 4:2:0 planes of limited range into pixels; high pictures are taken as BT.709, others as BT.601. */
final class YuvPicture {
    private static final int HIGH_DEFINITION = 720;

    private final Picture picture;
    private final Rect visible;
    private final double redFromRedness;
    private final double greenFromBlueness;
    private final double greenFromRedness;
    private final double blueFromBlueness;

    private YuvPicture(Picture picture) {
        this.picture = picture;
        this.visible =
                picture.getCrop() == null ? new Rect(0, 0, picture.getWidth(), picture.getHeight()) : picture.getCrop();
        boolean high = Math.min(visible.getWidth(), visible.getHeight()) >= HIGH_DEFINITION;
        this.redFromRedness = high ? 1.7927 : 1.5960;
        this.greenFromBlueness = high ? -0.2132 : -0.3918;
        this.greenFromRedness = high ? -0.5329 : -0.8130;
        this.blueFromBlueness = high ? 2.1124 : 2.0172;
    }

    /** The visible part, every n-th pixel first when it is much larger than {@code longestSide}. */
    static BufferedImage toRgb(Picture picture, int longestSide) {
        if (picture.getColor() != ColorSpace.YUV420 && picture.getColor() != ColorSpace.YUV420J) {
            throw new IllegalArgumentException("not 4:2:0");
        }
        YuvPicture planes = new YuvPicture(picture);
        int longest = Math.max(planes.visible.getWidth(), planes.visible.getHeight());
        return Scaling.within(planes.everyNth(Math.max(1, longest / (2 * longestSide))), longestSide);
    }

    private BufferedImage everyNth(int step) {
        int width = visible.getWidth() / step;
        int height = visible.getHeight() / step;
        int[] row = new int[width];
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = pixel(visible.getX() + x * step, visible.getY() + y * step);
            }
            target.setRGB(0, y, width, 1, row, 0, width);
        }
        return target;
    }

    /** The decoder's bytes are signed: zero stands for 128. */
    private int pixel(int x, int y) {
        double luma = 1.1644 * (picture.getPlaneData(0)[y * picture.getPlaneWidth(0) + x] + 112);
        int chroma = y / 2 * picture.getPlaneWidth(1) + x / 2;
        int blueness = picture.getPlaneData(1)[chroma];
        int redness = picture.getPlaneData(2)[chroma];
        int red = limited(luma + redFromRedness * redness);
        int green = limited(luma + greenFromBlueness * blueness + greenFromRedness * redness);
        int blue = limited(luma + blueFromBlueness * blueness);
        return red << 16 | green << 8 | blue;
    }

    private static int limited(double value) {
        return (int) Math.max(0, Math.min(255, value + 0.5));
    }
}
