package dev.wanvideo.media.animatic;

import dev.wanvideo.media.Scaling;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** One moment of a film, large enough to stand for it. */
final class Poster {
    static final int LONGEST_SIDE = 960;
    static final int MOST_BYTES = 80_000;

    /** The moment of the contact sheet that it shows: openings are often dark, and ends give the film away. */
    static final int MOMENT = 2;

    private Poster() {}

    /** A copy that is no larger than a poster; the picture may change afterwards. */
    static BufferedImage copy(BufferedImage frame) {
        double factor = Math.min(1, (double) LONGEST_SIDE / Math.max(frame.getWidth(), frame.getHeight()));
        int width = (int) Math.max(1, Math.round(frame.getWidth() * factor));
        int height = (int) Math.max(1, Math.round(frame.getHeight() * factor));
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(Scaling.to(frame, width, height), 0, 0, null);
        g.dispose();
        return copy;
    }

    /** The poster as a JPEG of at most {@link #MOST_BYTES} bytes. */
    static byte[] jpeg(BufferedImage frame) throws IOException {
        return SmallJpeg.of(copy(frame), MOST_BYTES, 0.8f);
    }
}
