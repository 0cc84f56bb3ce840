package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;
import java.util.List;

/**
 * What a finished render is.
 *
 * @param notes what of the cast it does not show, and why, in sentences
 */
public record RenderedFilm(FrameSize size, double seconds, Stills stills, List<String> notes) {
    public RenderedFilm {
        notes = List.copyOf(notes);
    }
}
