package dev.wanvideo.task;

import dev.wanvideo.video.FrameSize;
import java.util.List;
import java.util.Optional;

/**
 * A film that was brought here and looked at.
 *
 * @param sheetJpeg its contact sheet, where its pictures could be read
 * @param notes what the caller should know about it, in sentences
 */
public record FetchedFilm(FrameSize size, double seconds, Optional<byte[]> sheetJpeg, List<String> notes) {
    public FetchedFilm {
        notes = List.copyOf(notes);
    }
}
