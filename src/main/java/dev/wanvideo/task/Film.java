package dev.wanvideo.task;

import dev.wanvideo.video.FrameSize;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A finished film on disk.
 *
 * @param sheet its contact sheet, a JPEG
 * @param poster one of its pictures, a JPEG
 * @param sha256 of the film's file, in hexadecimal
 */
public record Film(
        Path path,
        Optional<Path> sheet,
        Optional<Path> poster,
        FrameSize size,
        double seconds,
        long bytes,
        String sha256) {
    /** Where the film lies, for a reader: a path alone loses letters that the process's locale lacks. */
    public String place() {
        return PathText.text(path);
    }

    /** Where its contact sheet lies, for a reader. */
    public Optional<String> sheetPlace() {
        return sheet.map(PathText::text);
    }

    /** Where its poster lies, for a reader. */
    public Optional<String> posterPlace() {
        return poster.map(PathText::text);
    }
}
