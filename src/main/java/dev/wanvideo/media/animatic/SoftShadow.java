package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** The blurred shadow of whatever is opaque in a picture. */
final class SoftShadow {
    private static final int PASSES = 3;

    private SoftShadow() {}

    /** A picture of the same size that holds only the shadow. */
    static BufferedImage of(BufferedImage picture, double blur, Color colour, double opacity) {
        int step = Math.max(1, (int) (blur / 3));
        BufferedImage small = Look.clear((double) picture.getWidth() / step, (double) picture.getHeight() / step);
        Graphics2D shrink = Look.smooth(small);
        shrink.drawImage(picture, 0, 0, small.getWidth(), small.getHeight(), null);
        shrink.dispose();
        int radius = Math.max(1, (int) Math.round(blur / step / 2));
        blur(small, radius, colour, opacity);
        BufferedImage shadow = Look.clear(picture.getWidth(), picture.getHeight());
        Graphics2D g = Look.smooth(shadow);
        g.drawImage(small, 0, 0, picture.getWidth(), picture.getHeight(), null);
        g.dispose();
        return shadow;
    }

    private static void blur(BufferedImage picture, int radius, Color colour, double opacity) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        int[] alpha = Arrays.stream(pixels).map(pixel -> pixel >>> 24).toArray();
        for (int pass = 0; pass < PASSES; pass++) {
            alpha = transposed(alpha, width, height, radius);
            alpha = transposed(alpha, height, width, radius);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (int) (alpha[i] * opacity) << 24 | colour.getRGB() & 0xFFFFFF;
        }
        picture.setRGB(0, 0, width, height, pixels, 0, width);
    }

    /** Averages along the rows and turns them into columns, so that two calls blur both ways. */
    private static int[] transposed(int[] values, int width, int height, int radius) {
        int[] turned = new int[values.length];
        for (int y = 0; y < height; y++) {
            int sum = 0;
            for (int x = -radius; x < width; x++) {
                sum += x + radius < width ? values[y * width + x + radius] : 0;
                sum -= x - radius - 1 >= 0 ? values[y * width + x - radius - 1] : 0;
                if (x >= 0) {
                    turned[x * height + y] = sum / (2 * radius + 1);
                }
            }
        }
        return turned;
    }
}
