package dev.wanvideo.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ConstraintTest {
    private static final CastConstraint.ReferenceCount THREE_VIDEOS =
            new CastConstraint.ReferenceCount(Optional.of(MediaKind.VIDEO), 0, 3, Wan27.SOURCE);
    private static final Constraint.Choice ONLY_WIDE =
            new Constraint.Choice(Field.ASPECT_RATIO, List.of("16:9"), Wan27.SOURCE);

    private static SampleRequest sound() {
        return SampleRequest.sound();
    }

    private static SampleRequest cast(int images, int videos) {
        return sound().references(SampleRequest.references(images, videos));
    }

    static Stream<Arguments> withinLimits() {
        return Stream.of(
                arguments(Wan27.PROMPT, sound().prompt("x")),
                arguments(Wan27.PROMPT, sound().prompt("x".repeat(5000))),
                arguments(Wan27.PROMPT, sound().prompt("🎬".repeat(5000))),
                arguments(Wan27.NEGATIVE_PROMPT, sound()),
                arguments(Wan27.NEGATIVE_PROMPT, sound().negativePrompt("")),
                arguments(Wan27.NEGATIVE_PROMPT, sound().negativePrompt("图".repeat(500))),
                arguments(Wan27.REFERENCES, cast(1, 0)),
                arguments(Wan27.REFERENCES, cast(0, 5)),
                arguments(Wan27.REFERENCES, cast(3, 2)),
                arguments(THREE_VIDEOS, cast(2, 3)),
                arguments(THREE_VIDEOS, cast(5, 0)),
                arguments(ONLY_WIDE, sound()),
                arguments(Wan27.ASPECT_RATIO, sound().format(AspectRatio.CLASSIC_TALL, Resolution.P1080)),
                arguments(Wan27.RESOLUTION, sound().format(AspectRatio.CLASSIC_TALL, Resolution.P1080)),
                arguments(Wan27.DURATION, sound().seconds(2)),
                arguments(Wan27.DURATION, sound().seconds(15)),
                arguments(Wan27.DURATION_WITH_VIDEO, cast(1, 1).seconds(2)),
                arguments(Wan27.DURATION_WITH_VIDEO, cast(1, 1).seconds(10)),
                arguments(Wan27.DURATION_WITH_VIDEO, cast(1, 0).seconds(15)),
                arguments(Wan27.SEED, sound().seed(0)),
                arguments(Wan27.SEED, sound().seed(2_147_483_647L)),
                arguments(Wan27.SHOT_TYPE, sound()),
                arguments(Wan27.SHOT_TYPE, sound().switches(shotType(ShotType.MULTI))),
                arguments(absent(Field.SHOT_TYPE), sound()),
                arguments(absent(Field.START_IMAGE), sound()));
    }

    static Stream<Arguments> pastLimits() {
        return Stream.of(
                arguments(Wan27.PROMPT, sound().prompt(""), "prompt is 0 characters; allowed: 1-5000 characters"),
                arguments(
                        Wan27.PROMPT,
                        sound().prompt("🎬".repeat(5001)),
                        "prompt is 5001 characters; allowed: 1-5000 characters; nearest: 1 character fewer"),
                arguments(
                        Wan27.NEGATIVE_PROMPT,
                        sound().negativePrompt("x".repeat(501)),
                        "negative_prompt is 501 characters; allowed: 0-500 characters; nearest: 1 character fewer"),
                arguments(Wan27.REFERENCES, cast(0, 0), "references is 0 given; allowed: 1-5 references"),
                arguments(
                        Wan27.REFERENCES,
                        cast(3, 3),
                        "references is 6 given; allowed: 1-5 references; nearest: leave out 1"),
                arguments(THREE_VIDEOS, cast(0, 4), "references is 4 given; allowed: 0-3 videos; nearest: leave out 1"),
                arguments(
                        ONLY_WIDE,
                        sound().format(AspectRatio.TALL, Resolution.P720),
                        "aspect_ratio is 9:16; allowed: 16:9; nearest: 16:9"),
                arguments(Wan27.DURATION, sound().seconds(1), "duration is 1; allowed: 2-15 whole seconds; nearest: 2"),
                arguments(
                        Wan27.DURATION,
                        sound().seconds(16),
                        "duration is 16; allowed: 2-15 whole seconds; nearest: 15"),
                arguments(
                        Wan27.DURATION,
                        sound().seconds(Long.MIN_VALUE),
                        "duration is -9223372036854775808; allowed: 2-15 whole seconds; nearest: 2"),
                arguments(
                        Wan27.DURATION_WITH_VIDEO,
                        cast(1, 1).seconds(11),
                        "duration is 11; allowed: 2-10 whole seconds when a reference is a video; nearest: 10"),
                arguments(
                        Wan27.DURATION_WITH_VIDEO,
                        cast(0, 1).seconds(1),
                        "duration is 1; allowed: 2-10 whole seconds when a reference is a video; nearest: 2"),
                arguments(Wan27.SEED, sound().seed(-1), "seed is -1; allowed: 0-2147483647; nearest: 0"),
                arguments(
                        Wan27.SEED,
                        sound().seed(2_147_483_648L),
                        "seed is 2147483648; allowed: 0-2147483647; nearest: 2147483647"),
                arguments(
                        absent(Field.SHOT_TYPE),
                        sound().switches(shotType(ShotType.SINGLE)),
                        "shot_type is single; allowed: not set: no such argument"),
                arguments(
                        absent(Field.AUDIO),
                        sound().switches(new Switches(
                                Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty(), false)),
                        "audio is false; allowed: not set: no such argument"),
                arguments(
                        absent(Field.START_IMAGE),
                        sound().startImage("first.png"),
                        "start_image is first.png; allowed: not set: no such argument"));
    }

    @ParameterizedTest
    @MethodSource("withinLimits")
    void acceptsAValueAtItsLimit(Constraint constraint, SampleRequest sample) {
        assertThat(constraint.check(sample.request())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pastLimits")
    void refusesAValuePastItsLimit(Constraint constraint, SampleRequest sample, String sentence) {
        assertThat(constraint.check(sample.request()))
                .extracting(Violation::sentence)
                .containsExactly(sentence);
    }

    @Test
    void tellsWhereEachLimitOfTheModelWasRead() {
        assertThat(Wan27.ALL).allSatisfy(c -> assertThat(c.source().url()).startsWith("https://"));
    }

    private static Constraint.Absent absent(Field field) {
        return new Constraint.Absent(field, "no such argument", Wan27.SOURCE);
    }

    private static Switches shotType(ShotType type) {
        return new Switches(Optional.empty(), Optional.empty(), Optional.of(type), Optional.empty(), false);
    }

    @Test
    void holdsPicturesAgainstTransparency() {
        ReferenceVideoRequest asked = sound().request();
        MediaSource picture = asked.references().get(0).media();
        MediaFindings clear = found(picture, Optional.of(true));

        assertThat(pictures(false).check(asked, clear))
                .extracting(Violation::sentence)
                .containsExactly("references[0].image is transparent (it has an alpha channel); allowed: PNG, no"
                        + " transparency, at most 20 MB");
        assertThat(pictures(true).check(asked, clear)).isEmpty();
        assertThat(pictures(false).check(asked, found(picture, Optional.of(false))))
                .isEmpty();
        assertThat(pictures(false).check(asked, found(picture, Optional.empty())))
                .isEmpty();
    }

    private static CastConstraint.Media pictures(boolean transparency) {
        return new CastConstraint.Media(
                MediaKind.IMAGE,
                List.of("image/png"),
                20,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                transparency,
                Wan27.SOURCE);
    }

    private static MediaFindings found(MediaSource picture, Optional<Boolean> transparent) {
        MediaFacts facts =
                new MediaFacts("image/png", 1000, Optional.empty(), Optional.empty(), transparent, Optional.empty());
        return new MediaFindings(Map.of(picture.text(), facts));
    }
}
