package dev.wanvideo.media.animatic;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of text of several styles, with a font found for each character. */
final class Lettering {
    /** Fixed, so that lines break alike whatever they are drawn on. */
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final char ELLIPSIS = '\u2026';

    private final Typeface typeface;
    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();

    Lettering(Typeface typeface) {
        this.typeface = typeface;
    }

    /** A single line in one style. */
    static TextLayout line(Typeface typeface, String text, Font font, Color colour) {
        return new Lettering(typeface).add(text, font, colour).layout();
    }

    Lettering add(String words, Font font, Color colour) {
        words.codePoints().forEach(codePoint -> add(codePoint, font, colour));
        return this;
    }

    /** Whether there is anything that can be read. */
    boolean readable() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Symbols that no font here has are left out; letters leave an ellipsis, because something is missing there. */
    private void add(int codePoint, Font font, Color colour) {
        int character = Character.isISOControl(codePoint) || Character.isWhitespace(codePoint) ? ' ' : codePoint;
        Optional<Font> found = typeface.fontFor(character, font);
        if (found.isPresent()) {
            append(character, found.get(), colour);
        } else if (Character.isLetterOrDigit(character) && !endsWithEllipsis()) {
            append(ELLIPSIS, font, colour);
        }
    }

    private boolean endsWithEllipsis() {
        return !text.isEmpty() && text.charAt(text.length() - 1) == ELLIPSIS;
    }

    private void append(int codePoint, Font font, Color colour) {
        int start = text.length();
        text.appendCodePoint(codePoint);
        if (!runs.isEmpty() && runs.get(runs.size() - 1).alike(font, colour)) {
            start = runs.remove(runs.size() - 1).start();
        }
        runs.add(new Run(start, text.length(), font, colour));
    }

    TextLayout layout() {
        return new TextLayout(characters(), CONTEXT);
    }

    /** The text in lines no wider than {@code width}. */
    List<TextLayout> lines(double width) {
        AttributedCharacterIterator characters = characters();
        LineBreakMeasurer measurer = new LineBreakMeasurer(characters, CONTEXT);
        List<TextLayout> lines = new ArrayList<>();
        while (measurer.getPosition() < characters.getEndIndex()) {
            lines.add(measurer.nextLayout((float) Math.max(1, width)));
        }
        return lines;
    }

    /** An empty text cannot be laid out: it becomes a blank. */
    private AttributedCharacterIterator characters() {
        AttributedString styled = new AttributedString(text.isEmpty() ? " " : text.toString());
        for (Run run : runs) {
            styled.addAttribute(TextAttribute.FONT, run.font(), run.start(), run.end());
            styled.addAttribute(TextAttribute.FOREGROUND, run.colour(), run.start(), run.end());
        }
        return styled.getIterator();
    }

    private record Run(int start, int end, Font font, Color colour) {
        boolean alike(Font otherFont, Color otherColour) {
            return font.equals(otherFont) && colour.equals(otherColour);
        }
    }
}
