package dev.wanvideo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's folders as the desktop named them, often in another language: {@code user-dirs.dirs} of
 * https://www.freedesktop.org/wiki/Software/xdg-user-dirs/ (read 2026-11-21).
 */
final class NamedFolders {
    private static final Pattern LINE =
            Pattern.compile("\\s*XDG_([A-Z]+)_DIR\\s*=\\s*\"(\\$HOME(?=[/\"]))?(/?[^\"]*)\"\\s*");

    private final Map<String, Path> folders;

    private NamedFolders(Map<String, Path> folders) {
        this.folders = folders;
    }

    /** None where the file is absent or cannot be read: every desktop without one does as well. */
    static NamedFolders read(Path file, Path home) {
        Map<String, Path> folders = new HashMap<>();
        for (String line : lines(file)) {
            Matcher named = LINE.matcher(line);
            if (named.matches()) {
                folder(named, home).ifPresent(folder -> folders.put(named.group(1), folder));
            }
        }
        return new NamedFolders(folders);
    }

    /** The folder for one purpose, e.g. {@code PICTURES}. */
    Optional<Path> of(String name) {
        return Optional.ofNullable(folders.get(name));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Who has no such folder points to home, which is more than pictures. */
    private static Optional<Path> folder(Matcher named, Path home) {
        String path = named.group(3).replaceAll("\\\\(.)", "$1");
        try {
            Path folder = (named.group(2) == null ? Path.of(path) : Path.of(home + path)).normalize();
            return folder.isAbsolute() && !home.startsWith(folder) ? Optional.of(folder) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
