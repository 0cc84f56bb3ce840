package dev.wanvideo.sandbox;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.media.animatic.Animatic;
import dev.wanvideo.media.animatic.AnimaticScript;
import dev.wanvideo.media.animatic.RenderProgress;
import dev.wanvideo.video.FrameSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws films one after the other, behind the jobs that wait for them. */
final class Films {
    private static final Logger log = LoggerFactory.getLogger(Films.class);

    private final SandboxSettings settings;
    private final Path folder;
    private final String address;
    private final Executor renderer;
    private final Samples samples;
    private final Clock clock;
    private final Animatic animatic;
    private final Map<String, CompletableFuture<Film>> drawn = new ConcurrentHashMap<>();

    /** @param renderer one thread: a film takes a whole processor */
    Films(SandboxSettings settings, Path folder, String address, Executor renderer, Clock clock) {
        this.settings = settings;
        this.folder = folder;
        this.address = address;
        this.renderer = renderer;
        this.clock = clock;
        this.samples = new Samples(folder);
        this.animatic = new Animatic(folder.resolve("letters"));
    }

    /** Where the film of a job will be. */
    String url(String job) {
        return address + "/films/" + job + ".mp4";
    }

    /** The film of a job, once it is drawn. */
    CompletableFuture<Film> draw(Work work) {
        return switch (settings.films()) {
            case FRESH -> draw(work.id(), () -> samples.scripts().telling(work.order()));
            case SHARED -> shared(FilmScripts.size(work.order()), FilmScripts.seconds(work.order()));
        };
    }

    /** One of the references that agents may use, once it is there; fails for a name that is none. */
    CompletableFuture<Path> sample(String name) {
        return name.equals(Samples.CLIP)
                ? draw("clip", () -> samples.scripts().clip()).thenApply(Film::file)
                : CompletableFuture.supplyAsync(() -> samples.file(name), renderer);
    }

    private CompletableFuture<Film> shared(FrameSize size, int seconds) {
        String name = "shared-" + size + "-" + seconds;
        return draw(name, () -> samples.scripts().plain(size, seconds));
    }

    private CompletableFuture<Film> draw(String name, Supplier<AnimaticScript> script) {
        return drawn.computeIfAbsent(name, n -> CompletableFuture.supplyAsync(() -> film(script.get(), n), renderer));
    }

    private Film film(AnimaticScript script, String name) {
        Path target = folder.resolve(name + ".mp4");
        try {
            animatic.render(script, target, new Unwatched());
            return new Film(target, clock.instant());
        } catch (IOException | MediaProblem e) {
            log.warn("The film {} could not be drawn: {}", name, e.getMessage());
            throw new CompletionException(e);
        }
    }

    /** Nobody watches, nobody stops it. */
    private static final class Unwatched implements RenderProgress {
        @Override
        public void at(int percent) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
