package dev.wanvideo.task;

import dev.wanvideo.media.animatic.Stills;
import dev.wanvideo.video.FrameSize;
import java.util.List;
import java.util.Optional;

/**
 * A film that was brought here and looked at.
 *
 * @param stills its contact sheet and poster, where its pictures could be read
 * @param notes what the caller should know about it, in sentences
 */
public record FetchedFilm(FrameSize size, double seconds, Optional<Stills> stills, List<String> notes) {
    public FetchedFilm {
        notes = List.copyOf(notes);
    }
}
