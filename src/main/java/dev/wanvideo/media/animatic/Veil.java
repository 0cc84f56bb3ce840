package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;

/** Darkens the upper and the lower edge of a background a little, so that marks and captions read on any picture. */
final class Veil {
    private static final double EDGE = 70;

    private Veil() {}

    static void draw(Graphics2D g, Look look) {
        double height = look.size().height();
        double edge = look.units(EDGE);
        shade(g, look, 0, edge, 0.34, 0);
        shade(g, look, height - edge * 1.5, height, 0, 0.42);
    }

    private static void shade(Graphics2D g, Look look, double from, double to, double first, double last) {
        Color[] fade = {Palette.faint(Palette.INK, first), Palette.faint(Palette.INK, last)};
        g.setPaint(new LinearGradientPaint(0, (float) from, 0, (float) to, new float[] {0, 1}, fade));
        g.fillRect(0, (int) from, look.size().width(), (int) Math.ceil(to - from));
    }
}
