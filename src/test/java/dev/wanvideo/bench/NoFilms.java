package dev.wanvideo.bench;

import dev.wanvideo.media.animatic.RenderProgress;
import dev.wanvideo.media.animatic.RenderedFilm;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.task.FilmMaker;
import dev.wanvideo.task.Task;
import java.nio.file.Path;

/** Makes no film on this machine. */
final class NoFilms implements FilmMaker {
    @Override
    public RenderedFilm make(Task task, OutgoingRequest request, Path target, RenderProgress progress) {
        throw new IllegalStateException("all films are made elsewhere");
    }
}
