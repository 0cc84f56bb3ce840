package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;
import java.util.List;

/**
 * What a finished render is.
 *
 * @param sheetJpeg contact sheet, at most 200 KB
 * @param notes what of the cast it does not show, and why, each in a sentence without its end
 */
public record RenderedFilm(FrameSize size, double seconds, byte[] sheetJpeg, List<String> notes) {
    public RenderedFilm {
        notes = List.copyOf(notes);
    }
}
