package dev.wanvideo.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller or larger without steps or shimmer. */
public final class Scaling {
    private Scaling() {}

    /** The whole picture, no side longer than {@code longest}; a smaller one is left as it is. */
    public static BufferedImage within(BufferedImage picture, int longest) {
        double factor = (double) longest / Math.max(picture.getWidth(), picture.getHeight());
        return factor >= 1 ? picture : to(picture, picture.getWidth() * factor, picture.getHeight() * factor);
    }

    /**
     * A picture that fills the given size, cropped where its shape differs.
     *
     * @param focus which part stays when it is too tall: 0 the top, 1 the bottom
     */
    public static BufferedImage cover(BufferedImage picture, int width, int height, double focus) {
        double factor = Math.max((double) width / picture.getWidth(), (double) height / picture.getHeight());
        BufferedImage scaled = to(
                picture, Math.max(width, picture.getWidth() * factor), Math.max(height, picture.getHeight() * factor));
        int x = (scaled.getWidth() - width) / 2;
        int y = (int) Math.round((scaled.getHeight() - height) * focus);
        return scaled.getSubimage(x, y, width, height);
    }

    /** A picture of exactly this size, rounded to whole pixels. */
    public static BufferedImage to(BufferedImage picture, double width, double height) {
        int targetWidth = Math.max(1, (int) Math.round(width));
        int targetHeight = Math.max(1, (int) Math.round(height));
        BufferedImage current = picture;
        while (current.getWidth() >= targetWidth * 2 && current.getHeight() >= targetHeight * 2) {
            current = drawn(current, (current.getWidth() + 1) / 2, (current.getHeight() + 1) / 2);
        }
        boolean fits = current.getWidth() == targetWidth && current.getHeight() == targetHeight;
        return fits ? current : drawn(current, targetWidth, targetHeight);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage target = new BufferedImage(width, height, typeFor(picture));
        Graphics2D g = target.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return target;
    }

    static int typeFor(BufferedImage picture) {
        return picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }
}
