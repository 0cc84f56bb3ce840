package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;

/** A word or two on a pill. */
final class Badge {
    private static final double PADDING = 0.62;
    private static final double HEIGHT = 1.75;
    private static final float SPACED = 0.09f;

    private final TextLayout text;
    private final Color ground;
    private final Color ink;
    private final double size;
    private final boolean play;

    private Badge(TextLayout text, Color ground, Color ink, double size, boolean play) {
        this.text = text;
        this.ground = ground;
        this.ink = ink;
        this.size = size;
        this.play = play;
    }

    /** Capitals with air between them, for marks. */
    static Badge mark(Look look, String words, double size, Color ground, Color ink) {
        Font spaced = look.typeface().bold(size).deriveFont(Map.of(TextAttribute.TRACKING, SPACED));
        return new Badge(Lettering.line(look.typeface(), words, spaced, ink), ground, ink, size, false);
    }

    /** A name, in smaller letters or cut when it would be wider than {@code widest}. */
    static Badge name(Look look, String name, double size, Color ground, double widest, boolean play) {
        Color ink = Palette.on(ground);
        String words = name;
        double letters = size;
        Badge badge = named(look, words, letters, ground, ink, play);
        while (badge.width() > widest && letters > size * 0.72) {
            letters *= 0.94;
            badge = named(look, words, letters, ground, ink, play);
        }
        while (badge.width() > widest && words.codePointCount(0, words.length()) > 2) {
            words = words.substring(0, words.offsetByCodePoints(words.length(), -1))
                    .strip();
            badge = named(look, words + "\u2026", letters, ground, ink, play);
        }
        return badge;
    }

    private static Badge named(Look look, String words, double size, Color ground, Color ink, boolean play) {
        Font font = look.typeface().bold(size);
        return new Badge(Lettering.line(look.typeface(), words, font, ink), ground, ink, size, play);
    }

    double width() {
        return text.getAdvance() + size * (2 * PADDING + (play ? 1 : 0));
    }

    double height() {
        return size * HEIGHT;
    }

    void draw(Graphics2D g, double x, double y) {
        g.setColor(ground);
        g.fill(new RoundRectangle2D.Double(x, y, width(), height(), height(), height()));
        double start = x + size * PADDING;
        if (play) {
            g.setColor(ink);
            g.fill(triangle(start, y + height() / 2));
            start += size;
        }
        text.draw(g, (float) start, (float) (y + height() / 2 + size * 0.35));
    }

    private Path2D triangle(double x, double middle) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, middle - size * 0.36);
        triangle.lineTo(x + size * 0.66, middle);
        triangle.lineTo(x, middle + size * 0.36);
        triangle.closePath();
        return triangle;
    }
}
