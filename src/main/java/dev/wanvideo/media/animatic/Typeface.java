package dev.wanvideo.media.animatic;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /**
     * Reads the bundled letters from a folder, where they are unpacked when missing; expensive, so once for each process.
     * From the jar Java would copy them to the temp folder, which may not be there, and leave them when the process is
     * killed.
     */
    static Typeface load(Path folder) throws IOException {
        try {
            return loadOnce(folder);
        } catch (InternalError | RuntimeException noFonts) {
            return loadWithoutSystemFonts(folder);
        }
    }

    /** A machine without any font: Java refuses even a bundled one until it is given some configuration. */
    private static Typeface loadWithoutSystemFonts(Path folder) throws IOException {
        Path configuration = Files.createTempFile(folder, "fontconfig", ".properties");
        try {
            Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
            System.setProperty("sun.awt.fontconfig", configuration.toString());
            return loadOnce(folder);
        } catch (InternalError | RuntimeException noFonts) {
            throw new IOException("letters cannot be drawn on this machine", noFonts);
        } finally {
            Files.deleteIfExists(configuration);
        }
    }

    private static Typeface loadOnce(Path folder) throws IOException {
        return new Typeface(
                bundled(folder, "LiberationSans-Regular.ttf"), bundled(folder, "LiberationSans-Bold.ttf"), system());
    }

    private static Font bundled(Path folder, String file) throws IOException {
        try {
            return Font.createFont(
                    Font.TRUETYPE_FONT, unpacked(folder, file).toAbsolutePath().toFile());
        } catch (FontFormatException damaged) {
            throw new IOException("the bundled typeface is damaged", damaged);
        }
    }

    /** Whole or not at all under its name: two processes may unpack at once, and one may be killed. */
    private static Path unpacked(Path folder, String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(FOLDER + file), file)) {
            byte[] letters = in.readAllBytes();
            Path target = folder.resolve(file);
            if (!Files.exists(target) || Files.size(target) != letters.length) {
                Files.createDirectories(folder);
                Path part = Files.createTempFile(folder, "unpacking", ".part");
                try {
                    Files.write(part, letters);
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(part);
                }
            }
            return target;
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
