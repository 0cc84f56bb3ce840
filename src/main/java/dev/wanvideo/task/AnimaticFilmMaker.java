package dev.wanvideo.task;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.media.Mend;
import dev.wanvideo.media.OpenedMedia;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.media.SpareMemory;
import dev.wanvideo.media.animatic.Animatic;
import dev.wanvideo.media.animatic.AnimaticScript;
import dev.wanvideo.media.animatic.CastMember;
import dev.wanvideo.media.animatic.RenderProgress;
import dev.wanvideo.media.animatic.RenderedFilm;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens the references of a task and draws its animatic. */
public final class AnimaticFilmMaker implements FilmMaker {
    private final ReferenceFiles references;
    private final Animatic animatic;
    private final SpareMemory memory;

    public AnimaticFilmMaker(ReferenceFiles references, Animatic animatic, SpareMemory memory) {
        this.references = references;
        this.animatic = animatic;
        this.memory = memory;
    }

    @Override
    public RenderedFilm make(Task task, OutgoingRequest request, Path target, RenderProgress progress)
            throws IOException, MediaProblem, InterruptedException {
        List<OpenedMedia> opened = new ArrayList<>();
        try (SpareMemory.Use drawing = memory.use()) {
            return animatic.render(script(task.request(), request, opened), target, progress);
        } finally {
            opened.forEach(OpenedMedia::close);
        }
    }

    private AnimaticScript script(ReferenceVideoRequest asked, OutgoingRequest request, List<OpenedMedia> opened)
            throws MediaProblem, InterruptedException {
        Mend mend = Mend.wished(asked.switches().fixMedia());
        List<CastMember> cast = new ArrayList<>();
        for (Reference reference : asked.references()) {
            String field = "references[" + cast.size() + "]." + argument(reference.kind());
            Path file = open(field, reference.media(), reference.kind(), mend, opened);
            cast.add(new CastMember(label(reference, cast), reference.role(), reference.kind(), file));
        }
        Optional<Path> start = Optional.empty();
        if (asked.startImage().isPresent()) {
            start = Optional.of(open("start_image", asked.startImage().get(), MediaKind.IMAGE, mend, opened));
        }
        int seconds = Math.toIntExact(asked.format().seconds());
        return new AnimaticScript(
                new FrameSize(number(request, "width"), number(request, "height")),
                number(request, "fps"),
                seconds,
                asked.seed().orElse(0L),
                cast,
                start,
                Prompt.read(asked.prompt(), asked.references()).timeline(seconds));
    }

    private Path open(String field, MediaSource source, MediaKind kind, Mend mend, List<OpenedMedia> opened)
            throws MediaProblem, InterruptedException {
        try {
            OpenedMedia media = references.open(source, kind, mend);
            opened.add(media);
            return media.file();
        } catch (MediaProblem e) {
            throw new MediaProblem(e.category(), field + " is " + source.text() + ": " + e.getMessage(), e.limit());
        }
    }

    private static String argument(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The name, or what a prompt would call it: {@code Image 2} is the second picture. */
    private static String label(Reference reference, List<CastMember> before) {
        long number =
                1 + before.stream().filter(m -> m.kind() == reference.kind()).count();
        return reference.name().orElse((reference.kind() == MediaKind.VIDEO ? "Video " : "Image ") + number);
    }

    private static int number(OutgoingRequest request, String name) {
        return request.body().get(name) instanceof Number n ? n.intValue() : 0;
    }
}
