package dev.wanvideo.task;

import dev.wanvideo.media.animatic.RenderProgress;
import dev.wanvideo.media.animatic.RenderedFilm;
import dev.wanvideo.provider.OutgoingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes films that go on until the test lets them finish, cancels them, or stops the process. */
final class SteeredFilms implements FilmMaker {
    private final BlockingQueue<String> begun = new ArrayBlockingQueue<>(1000);
    private final CountDownLatch finish = new CountDownLatch(1);

    @Override
    public RenderedFilm make(Task task, OutgoingRequest request, Path target, RenderProgress progress)
            throws IOException, InterruptedException {
        Files.write(target, new byte[] {42});
        begun.add(task.id());
        for (int percent = 1; !finish.await(10, TimeUnit.MILLISECONDS); percent++) {
            progress.at(Math.min(90, percent));
            if (progress.cancelled()) {
                throw new CancellationException();
            }
        }
        return PlainFilms.FILM;
    }

    /** The id of the next task whose film is begun. */
    String awaitBegun() throws InterruptedException {
        String id = begun.poll(60, TimeUnit.SECONDS);
        if (id == null) {
            throw new AssertionError("no film was begun");
        }
        return id;
    }

    void finish() {
        finish.countDown();
    }
}
