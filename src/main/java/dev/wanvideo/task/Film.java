package dev.wanvideo.task;

import dev.wanvideo.video.FrameSize;
import java.nio.file.Path;
import java.util.Optional;

/** A finished film on disk. */
public record Film(Path path, Optional<Path> sheet, FrameSize size, double seconds, long bytes, String sha256) {
    /** Where the film lies, for a reader: a path alone loses letters that the process's locale lacks. */
    public String place() {
        return PathText.text(path);
    }

    /** Where its contact sheet lies, for a reader. */
    public Optional<String> sheetPlace() {
        return sheet.map(PathText::text);
    }
}
