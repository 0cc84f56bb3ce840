package dev.wanvideo.media.animatic;

import dev.wanvideo.media.Scaling;
import java.awt.image.BufferedImage;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rect;

/** Turns decoded 4:2:0 planes into pixels. */
final class YuvPicture {
    private final Picture picture;
    private final YuvColours colours;
    private final Rect visible;

    private YuvPicture(Picture picture, YuvColours colours) {
        this.picture = picture;
        this.colours = colours;
        this.visible =
                picture.getCrop() == null ? new Rect(0, 0, picture.getWidth(), picture.getHeight()) : picture.getCrop();
    }

    /** The visible part, every n-th pixel first when it is much larger than {@code longestSide}. */
    static BufferedImage toRgb(Picture picture, YuvColours colours, int longestSide) {
        if (picture.getColor() != ColorSpace.YUV420 && picture.getColor() != ColorSpace.YUV420J) {
            throw new IllegalArgumentException("not 4:2:0");
        }
        YuvPicture planes = new YuvPicture(picture, colours);
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

    private int pixel(int x, int y) {
        int chroma = y / 2 * picture.getPlaneWidth(1) + x / 2;
        return colours.rgb(
                picture.getPlaneData(0)[y * picture.getPlaneWidth(0) + x],
                picture.getPlaneData(1)[chroma],
                picture.getPlaneData(2)[chroma]);
    }
}
