package dev.wanvideo.media;

import java.io.File;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path that a text spells: {@code ~}, {@code file:} addresses, plain paths. */
public final class LocalText {
    /** No host, or this machine; with another host it would be a network share. */
    private static final Pattern FILE = Pattern.compile("(?i:file):(?://(?i:localhost)?(?=/))?(/.*)");

    private static final Pattern DRIVE = Pattern.compile("/[A-Za-z]:([/\\\\].*)?");

    private LocalText() {}

    /** The path, not resolved; empty when the text spells none. */
    static Optional<Path> path(String text, Path home) {
        try {
            return read(text, home);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The path, not resolved; empty when a file address spells none.
     *
     * @param home what {@code ~} stands for
     * @throws InvalidPathException where this system has no such path
     */
    public static Optional<Path> read(String text, Path home) throws InvalidPathException {
        return text.regionMatches(true, 0, "file:", 0, 5) ? ofAddress(text) : Optional.of(ofPath(text, home));
    }

    private static Path ofPath(String text, Path home) throws InvalidPathException {
        if (text.equals("~")) {
            return home;
        }
        return text.startsWith("~/") || text.startsWith("~\\") ? home.resolve(text.substring(2)) : Path.of(text);
    }

    private static Optional<Path> ofAddress(String text) {
        Matcher file = FILE.matcher(text);
        if (!file.matches() || file.group(1).startsWith("//")) {
            return Optional.empty();
        }
        // URLDecoder is made for forms, where a plus sign means a space; in a path it means itself.
        return decoded(file.group(1).replace("+", "%2B"))
                .map(path -> Path.of(DRIVE.matcher(path).matches() && onWindows() ? path.substring(1) : path));
    }

    private static Optional<String> decoded(String path) {
        try {
            return Optional.of(URLDecoder.decode(path, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static boolean onWindows() {
        return File.separatorChar == '\\';
    }
}
