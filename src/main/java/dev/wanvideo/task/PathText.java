package dev.wanvideo.task;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths as the text that is stored and shown. A process without a UTF-8 locale refuses letters that another process of
 * the home put into a file name, and would show its own paths with marks in their place; by way of an address it takes
 * and tells them all the same.
 */
final class PathText {
    private static final char LOST = '\uFFFD';

    private PathText() {}

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return Path.of(URI.create("file://" + escaped(text)));
        }
    }

    static String text(Path path) {
        String text = path.toString();
        return text.indexOf(LOST) < 0 ? text : path.toUri().getPath();
    }

    /** Whether this process can give a file such a name. */
    static boolean writable(String name) {
        try {
            return !Path.of(name).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String escaped(String text) {
        StringBuilder address = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (one == '/' || Character.isLetterOrDigit(one) && one > 0) {
                address.append((char) one);
            } else {
                address.append('%')
                        .append(Character.forDigit(one >> 4 & 15, 16))
                        .append(Character.forDigit(one & 15, 16));
            }
        }
        return address.toString();
    }
}
