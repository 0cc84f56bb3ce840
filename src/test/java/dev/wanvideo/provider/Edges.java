package dev.wanvideo.provider;

import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.Field;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.SampleRequest;
import dev.wanvideo.video.ShotType;
import dev.wanvideo.video.Switches;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests at a limit and one past it, for every kind of limit there is. */
record Edges(List<Edge> within, List<Edge> past) {
    private static final SampleRequest SOUND = SampleRequest.sound();

    /** A request with what is known about its media. */
    record Edge(ReferenceVideoRequest request, MediaFindings findings) {
        @Override
        public String toString() {
            String text = request.toString();
            return text.length() > 200 ? text.substring(0, 200) + "…" : text;
        }
    }

    static Edges of(Constraint constraint) {
        if (constraint instanceof Constraint.TextLength c) {
            return texts(c);
        } else if (constraint instanceof Constraint.PromptLength c) {
            return plain(Stream.of(prompt(c.dialect(), c.max())), Stream.of(prompt(c.dialect(), c.max() + 1)));
        } else if (constraint instanceof Constraint.NumberRange c) {
            return numbers(c.field(), Stream.of(c.min(), c.max()), Stream.of(c.min() - 1, c.max() + 1));
        } else if (constraint instanceof Constraint.Numbers c) {
            return numbers(
                    c.field(),
                    c.allowed().stream(),
                    c.allowed().stream()
                            .flatMap(n -> Stream.of(n - 1, n + 1))
                            .filter(n -> !c.allowed().contains(n)));
        } else if (constraint instanceof Constraint.Choice c) {
            return words(c);
        } else if (constraint instanceof CastConstraint.ReferenceCount c) {
            LongFunction<SampleRequest> count = n -> SOUND.references(references(c.kind(), (int) n));
            return plain(
                    Stream.of(count.apply(c.min()), count.apply(c.max())),
                    IntStream.of(c.min() - 1, c.max() + 1).filter(n -> n >= 0).mapToObj(count::apply));
        } else if (constraint instanceof CastConstraint.MediaCount c) {
            LongFunction<SampleRequest> count = n -> SOUND.references(SampleRequest.references((int) n - 1, 0))
                    .startImage("https://example.com/first.png");
            return plain(Stream.of(count.apply(c.max())), Stream.of(count.apply(c.max() + 1)));
        } else if (constraint instanceof CastConstraint.VoiceCount c) {
            return plain(Stream.of(voices(c.max())), Stream.of(voices(c.max() + 1)));
        } else if (constraint instanceof CastConstraint.DurationWithVideo c) {
            SampleRequest clip = SOUND.references(SampleRequest.references(0, 1));
            return plain(
                    Stream.of(clip.seconds(c.min()), clip.seconds(c.max()), SOUND.seconds(c.max() + 1)),
                    Stream.of(clip.seconds(c.min() - 1), clip.seconds(c.max() + 1)));
        } else if (constraint instanceof CastConstraint.Media c) {
            return MediaEdges.of(c);
        } else if (constraint instanceof Constraint.Absent c) {
            return plain(Stream.of(SOUND), said(c.field()));
        }
        throw new IllegalStateException("a kind of limit without edges: " + constraint);
    }

    private static Edges plain(Stream<SampleRequest> within, Stream<SampleRequest> past) {
        return new Edges(
                within.map(s -> new Edge(s.request(), MediaFindings.NONE)).toList(),
                past.map(s -> new Edge(s.request(), MediaFindings.NONE)).toList());
    }

    private static Edges texts(Constraint.TextLength limit) {
        LongFunction<SampleRequest> text = n -> limit.field() == Field.PROMPT
                ? SOUND.prompt("x".repeat((int) n))
                : SOUND.negativePrompt("x".repeat((int) n));
        return plain(
                Stream.of(text.apply(limit.min()), text.apply(limit.max())),
                IntStream.of(limit.min() - 1, limit.max() + 1)
                        .filter(n -> n >= 0)
                        .mapToObj(text::apply));
    }

    /** Of a length that only counts once the reference is named as the provider names it. */
    private static SampleRequest prompt(Dialect dialect, int length) {
        SampleRequest sample = SOUND.prompt("@anna waves ");
        int rendered = dialect.render(sample.request()).length();
        return SOUND.prompt("@anna waves " + "x".repeat(length - rendered));
    }

    private static Edges numbers(Field field, Stream<Long> within, Stream<Long> past) {
        LongFunction<SampleRequest> number = n -> field == Field.SEED ? SOUND.seed(n) : SOUND.seconds(n);
        return plain(within.map(number::apply), past.map(number::apply));
    }

    private static Edges words(Constraint.Choice limit) {
        Map<Boolean, List<SampleRequest>> split = said(limit.field())
                .collect(java.util.stream.Collectors.partitioningBy(s -> limit.words()
                        .contains(limit.field().in(s.request()).orElseThrow().toString())));
        return plain(split.getOrDefault(true, List.of()).stream(), split.getOrDefault(false, List.of()).stream());
    }

    /** Every value of an argument that has few. */
    private static Stream<SampleRequest> said(Field field) {
        Optional<Boolean> none = Optional.empty();
        return switch (field) {
            case ASPECT_RATIO -> Arrays.stream(AspectRatio.values()).map(r -> SOUND.format(r, Resolution.P720));
            case RESOLUTION -> Arrays.stream(Resolution.values()).map(r -> SOUND.format(AspectRatio.WIDE, r));
            case SHOT_TYPE ->
                Arrays.stream(ShotType.values())
                        .map(t -> SOUND.switches(new Switches(none, none, Optional.of(t), none, false)));
            case PROMPT_EXPANSION ->
                flags().map(on -> SOUND.switches(new Switches(on, none, Optional.empty(), none, false)));
            case AUDIO -> flags().map(on -> SOUND.switches(new Switches(none, on, Optional.empty(), none, false)));
            case WATERMARK -> flags().map(on -> SOUND.switches(new Switches(none, none, Optional.empty(), on, false)));
            case START_IMAGE -> Stream.of(SOUND.startImage("https://example.com/first.png"));
            case NEGATIVE_PROMPT -> Stream.of(SOUND.negativePrompt("blurry"));
            case SEED -> Stream.of(SOUND.seed(7));
            case PROMPT, REFERENCES, DURATION ->
                throw new IllegalStateException(field + " always has a value: it cannot be absent or a choice");
        };
    }

    private static Stream<Optional<Boolean>> flags() {
        return Stream.of(Optional.of(true), Optional.of(false));
    }

    private static List<Reference> references(Optional<MediaKind> kind, int count) {
        return kind.map(k -> k == MediaKind.VIDEO
                        ? SampleRequest.references(count == 0 ? 1 : 0, count)
                        : SampleRequest.references(count, count == 0 ? 1 : 0))
                .orElseGet(() -> SampleRequest.references(count, 0));
    }

    private static SampleRequest voices(int count) {
        List<Reference> references = new ArrayList<>(SampleRequest.references(1, 0));
        IntStream.range(0, count)
                .forEach(i -> references.add(voiced(new MediaSource.Remote(URI.create("https://example.com/v.wav")))));
        return SOUND.references(references);
    }

    static Reference voiced(MediaSource voice) {
        Reference image = SampleRequest.image("");
        return new Reference(image.name(), image.kind(), image.media(), Optional.of(voice), Role.CHARACTER);
    }
}
