package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** What happens in a shot, in at most three lines on a translucent strip at the foot of the frame. */
final class CaptionStrip {
    private static final double[] SIZES = {16.5, 15, 13.5};
    private static final String UNWRITABLE = "This machine has no font for the caption";
    private static final int MOST_LINES = 3;
    private static final int MOST_CHARACTERS = 420;
    private static final double LINE = 1.3;
    private static final double PADDING = 11;
    private static final double BAR = 3.5;

    private final Look look;
    private final CastMentions names;

    CaptionStrip(Look look, CastMentions names) {
        this.look = look;
        this.names = names;
    }

    /** The strip as a picture, and nothing but a clear pixel when there is nothing to say. */
    BufferedImage picture(String caption) {
        String words = shortened(caption.strip().replaceAll("\\s+", " "), MOST_CHARACTERS);
        if (words.isEmpty()) {
            return Look.clear(1, 1);
        }
        for (double size : SIZES) {
            List<TextLayout> lines = lines(words, look.units(size));
            if (lines.size() <= MOST_LINES) {
                return drawn(lines, look.units(size));
            }
        }
        double smallest = look.units(SIZES[SIZES.length - 1]);
        return drawn(fitted(words, smallest), smallest);
    }

    private List<TextLayout> fitted(String words, double size) {
        String kept = words;
        List<TextLayout> lines = lines(kept, size);
        while (lines.size() > MOST_LINES && kept.length() > 1) {
            int fitting = lines.stream()
                    .limit(MOST_LINES)
                    .mapToInt(TextLayout::getCharacterCount)
                    .sum();
            kept = shortened(kept, Math.min(fitting, kept.length()) - 2);
            lines = lines(kept, size);
        }
        return lines;
    }

    /** Cut behind a word where there are words, marked with an ellipsis. */
    private static String shortened(String words, int most) {
        int length = Math.max(1, most);
        if (words.length() <= length) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(length - 1)) ? length - 1 : length;
        int blank = words.lastIndexOf(' ', end);
        String kept = words.substring(0, blank > end - 24 && blank > 0 ? blank : end);
        return kept.replaceAll("[\\s.,;:\u2026]+$", "") + "\u2026";
    }

    private List<TextLayout> lines(String words, double size) {
        Font plain = look.typeface().regular(size);
        Font strong = look.typeface().bold(size);
        Color named = Palette.mix(look.palette().accent(), Palette.PAPER, 0.25);
        Lettering lettering = new Lettering(look.typeface());
        int at = 0;
        for (CastMentions.Place place : names.in(words)) {
            lettering.add(words.substring(at, place.start()), plain, Palette.PAPER);
            String name = names.label(place.member());
            lettering.add(name, strong, named);
            at = place.end();
        }
        lettering.add(words.substring(at), plain, Palette.PAPER);
        Lettering shown =
                lettering.readable() ? lettering : new Lettering(look.typeface()).add(UNWRITABLE, plain, Palette.PAPER);
        return shown.lines(widest());
    }

    private double widest() {
        double inner = look.safe().getWidth() - look.units(2 * PADDING + BAR + 6);
        return Math.min(inner, look.units(500));
    }

    private BufferedImage drawn(List<TextLayout> lines, double size) {
        double text =
                lines.stream().mapToDouble(TextLayout::getVisibleAdvance).max().orElse(0);
        double padding = look.units(PADDING);
        double bar = look.units(BAR);
        double width = text + 2 * padding + bar + look.units(6);
        double height = lines.size() * size * LINE + padding * 1.5;
        BufferedImage picture = Look.clear(width, height);
        Graphics2D g = Look.smooth(picture);
        g.setColor(Palette.faint(Palette.INK, 0.72));
        g.fill(new RoundRectangle2D.Double(0, 0, width, height, look.units(14), look.units(14)));
        g.setColor(look.palette().accent());
        Rectangle2D mark = new Rectangle2D.Double(padding * 0.8, padding * 0.85, bar, height - padding * 1.7);
        g.fill(new RoundRectangle2D.Double(mark.getX(), mark.getY(), bar, mark.getHeight(), bar, bar));
        double y = padding * 0.75 + size * 0.98;
        for (TextLayout line : lines) {
            line.draw(g, (float) (padding + bar + look.units(6)), (float) y);
            y += size * LINE;
        }
        g.dispose();
        return picture;
    }
}
