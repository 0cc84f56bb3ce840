package dev.wanvideo.task;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.media.animatic.RenderProgress;
import dev.wanvideo.media.animatic.RenderedFilm;
import dev.wanvideo.provider.OutgoingRequest;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a film on this machine. */
public interface FilmMaker {
    /**
     * Writes the film to {@code target}, which does not exist yet; what is half-made there is the caller's to remove.
     *
     * @param request what the plan said would be made, as stored with the task
     * @throws java.util.concurrent.CancellationException when {@code progress} says it is no longer wanted
     * @throws MediaProblem when a reference cannot be used
     * @throws InterruptedException when the process is stopping
     */
    RenderedFilm make(Task task, OutgoingRequest request, Path target, RenderProgress progress)
            throws IOException, MediaProblem, InterruptedException;
}
