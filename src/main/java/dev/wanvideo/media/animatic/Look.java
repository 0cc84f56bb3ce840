package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What every part of a film draws with: its size, its letters, its colours. */
record Look(FrameSize size, Typeface typeface, Palette palette) {
    /** Lengths are designed for a film whose shorter side has 360 pixels. */
    private static final double DESIGNED_FOR = 360;

    private static final double MARGIN = 16;

    double units(double designed) {
        return designed * Math.min(size.width(), size.height()) / DESIGNED_FOR;
    }

    /** What stays visible on every screen. */
    Rectangle2D safe() {
        double margin = units(MARGIN);
        return new Rectangle2D.Double(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin);
    }

    static Graphics2D smooth(BufferedImage canvas) {
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }

    static BufferedImage clear(double width, double height) {
        return new BufferedImage(
                Math.max(1, (int) Math.ceil(width)), Math.max(1, (int) Math.ceil(height)), BufferedImage.TYPE_INT_ARGB);
    }
}
