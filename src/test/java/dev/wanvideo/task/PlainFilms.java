package dev.wanvideo.task;

import dev.wanvideo.media.animatic.RenderProgress;
import dev.wanvideo.media.animatic.RenderedFilm;
import dev.wanvideo.media.animatic.Stills;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.video.FrameSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a few bytes for a film at once, and counts how often. */
final class PlainFilms implements FilmMaker {
    static final RenderedFilm FILM = new RenderedFilm(
            new FrameSize(640, 360), 5.0, new Stills(new byte[] {1, 2, 3}, new byte[] {4, 5}), List.of());

    private final AtomicInteger made = new AtomicInteger();

    @Override
    public RenderedFilm make(Task task, OutgoingRequest request, Path target, RenderProgress progress)
            throws IOException {
        Files.write(target, task.id().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        progress.at(50);
        made.incrementAndGet();
        return FILM;
    }

    int made() {
        return made.get();
    }
}
