package dev.wanvideo.media.animatic;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The letters of an animatic: a bundled typeface, so that films look alike on every machine, and the machine's own for
 * the scripts that it lacks.
 */
final class Typeface {
    private static final String FOLDER = "fonts/";

    private final Font regular;
    private final Font bold;
    private final Optional<Font> system;

    private Typeface(Font regular, Font bold, Optional<Font> system) {
        this.regular = regular;
        this.bold = bold;
        this.system = system;
    }

    /** Reads the bundled files; expensive, and Java keeps a copy of them until it exits: once for each process. */
    static Typeface load() throws IOException {
        try {
            return loadOnce();
        } catch (IOException | InternalError | RuntimeException noFonts) {
            return loadWithoutSystemFonts();
        }
    }

    /** A machine without any font: Java refuses even a bundled one until it is given some configuration. */
    private static Typeface loadWithoutSystemFonts() throws IOException {
        Path configuration = Files.createTempFile("fontconfig", ".properties");
        try {
            Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
            System.setProperty("sun.awt.fontconfig", configuration.toString());
            return loadOnce();
        } catch (InternalError | RuntimeException noFonts) {
            throw new IOException("letters cannot be drawn on this machine", noFonts);
        } finally {
            Files.deleteIfExists(configuration);
        }
    }

    private static Typeface loadOnce() throws IOException {
        return new Typeface(bundled("LiberationSans-Regular.ttf"), bundled("LiberationSans-Bold.ttf"), system());
    }

    private static Font bundled(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(FOLDER + file), file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException damaged) {
            throw new IOException("the bundled typeface is damaged", damaged);
        }
    }

    /** Absent where not even the logical font can measure a letter, which Java says with a bare {@link Error}. */
    private static Optional<Font> system() {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            return font.canDisplay('a') ? Optional.of(font) : Optional.empty();
        } catch (Error noPhysicalFont) {
            return Optional.empty();
        }
    }

    Font regular(double size) {
        return regular.deriveFont((float) size);
    }

    Font bold(double size) {
        return bold.deriveFont((float) size);
    }

    /** The font to write a character with, or nothing when no font here has it. */
    Optional<Font> fontFor(int codePoint, Font wanted) {
        if (wanted.canDisplay(codePoint)) {
            return Optional.of(wanted);
        }
        return system.filter(font -> font.canDisplay(codePoint))
                .map(font -> font.deriveFont(wanted.isBold() ? Font.BOLD : Font.PLAIN, wanted.getSize2D()));
    }
}
