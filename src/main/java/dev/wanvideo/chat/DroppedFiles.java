package dev.wanvideo.chat;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the files that a person dropped into a line, or wrote there: in quotes, with escaped blanks, as {@code file:}
 * addresses, from {@code ~}, or by their name in the folder where the chat was started.
 */
final class DroppedFiles {
    /** What a path begins with, and what may stand before it: a blank, an opening bracket or an equals sign. */
    private static final Pattern BEGIN =
            Pattern.compile("(?<![^\\s(\\[=])(?=['\"]?(?:file:/|~/|/|\\.{1,2}/|[A-Za-z]:[\\\\/]))");

    private static final Pattern DRIVE = Pattern.compile("['\"]?[A-Za-z]:[\\\\/].*", Pattern.DOTALL);
    private static final Pattern BARE =
            Pattern.compile("(?<![^\\s(\\[=])[^\\s'\"/\\\\()\\[\\]=]+\\.[A-Za-z0-9]{3,4}\\b");
    private static final Pattern MEDIA =
            Pattern.compile(".*\\.(png|jpe?g|webp|bmp|gif|tiff?|mp4|mov|mp3|wav)", Pattern.CASE_INSENSITIVE);

    private final Path home;
    private final Path folder;

    DroppedFiles(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /**
     * What a line means.
     *
     * @param text the line, each file in it as an absolute path in quotes, and below it a list of them
     * @param files absolute paths of existing files, in order
     * @param missing what looks like the path of a picture or clip and leads to no file
     */
    record Message(String text, List<Path> files, List<String> missing) {
        Message {
            files = List.copyOf(files);
            missing = List.copyOf(missing);
        }
    }

    Message in(String line) {
        Set<Path> files = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            Optional<Found> found = next(line, at, missing);
            text.append(line, at, found.map(Found::start).orElse(line.length()));
            at = found.map(Found::end).orElse(line.length());
            found.ifPresent(one -> {
                files.add(one.file());
                text.append('"').append(one.file()).append('"');
            });
        }
        files.forEach(file -> text.append("\nLocal file: ").append(file));
        return new Message(text.toString(), List.copyOf(files), missing);
    }

    private record Found(int start, int end, Path file) {}

    private Optional<Found> next(String line, int from, List<String> missing) {
        Matcher path = BEGIN.matcher(line);
        for (int at = from; path.find(at); at = path.start() + 1) {
            Optional<Found> bare = bare(line, from, path.start());
            if (bare.isPresent()) {
                return bare;
            }
            ShellWord word = ShellWord.at(
                    line,
                    path.start(),
                    !DRIVE.matcher(line.substring(path.start())).matches());
            Optional<Found> found =
                    file(word, path.start()).or(() -> file(ShellWord.plain(line, path.start()), path.start()));
            if (found.isPresent()) {
                return found;
            }
            if (MEDIA.matcher(word.text()).matches()) {
                missing.add(word.text());
            }
        }
        return bare(line, from, line.length());
    }

    private Optional<Found> bare(String line, int from, int to) {
        Matcher name = BARE.matcher(line).region(from, to).useTransparentBounds(true);
        while (name.find()) {
            if (MEDIA.matcher(name.group()).matches() && Files.isRegularFile(folder.resolve(name.group()))) {
                return Optional.of(new Found(name.start(), name.end(), folder.resolve(name.group())));
            }
        }
        return Optional.empty();
    }

    /** What ends a sentence or closes a bracket may stick to a path. */
    private Optional<Found> file(ShellWord word, int start) {
        String text = word.text();
        for (int end = word.end(); !text.isEmpty(); end--, text = text.substring(0, text.length() - 1)) {
            Optional<Path> path = path(text).filter(Files::isRegularFile);
            if (path.isPresent()) {
                return Optional.of(new Found(start, end, path.get()));
            }
            if (".,;:!?)]}".indexOf(text.charAt(text.length() - 1)) < 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Path> path(String text) {
        try {
            if (text.startsWith("file:")) {
                return Optional.of(
                        Path.of(URI.create(text.replace(" ", "%20").replaceFirst("^file://localhost/", "file:///"))));
            }
            Path path = text.startsWith("~/") ? home.resolve(text.substring(2)) : folder.resolve(text);
            return Optional.of(path.normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
