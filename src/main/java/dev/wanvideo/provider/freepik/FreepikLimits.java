package dev.wanvideo.provider.freepik;

import dev.wanvideo.provider.ModelMedia;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.Field;
import dev.wanvideo.video.Source;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Optional;

/** What Freepik takes. */
final class FreepikLimits {
    static final Source PAGE =
            Source.of("https://docs.freepik.com/api-reference/reference-to-video/wan-2-7/overview", "2026-11-20");
    static final Dialect DIALECT = Dialect.SPACED_LATIN;

    // Freepik names no shapes and no transparency of pictures, and no lengths of clips and voices: the model's own
    // hold.
    static final List<Constraint> ALL = List.of(
            new Constraint.PromptLength(DIALECT, 5000, PAGE),
            new Constraint.TextLength(Field.NEGATIVE_PROMPT, 0, 500, PAGE),
            new CastConstraint.ReferenceCount(Optional.empty(), 1, 5, PAGE),
            new Constraint.Choice(Field.ASPECT_RATIO, Wan27.ASPECT_RATIO.words(), PAGE),
            new Constraint.Choice(Field.RESOLUTION, Wan27.RESOLUTION.words(), PAGE),
            new Constraint.NumberRange(Field.DURATION, 2, 10, " whole seconds", PAGE),
            new Constraint.NumberRange(Field.SEED, 0, 2_147_483_647L, "", PAGE),
            new Constraint.Absent(Field.AUDIO, "Freepik has no switch for sound", PAGE),
            new Constraint.Absent(Field.SHOT_TYPE, "Freepik reads shots from the prompt alone", PAGE),
            new Constraint.Absent(Field.WATERMARK, "Freepik has no switch for a watermark", PAGE),
            ModelMedia.image(PAGE),
            ModelMedia.clip(Wan27.SOURCE),
            ModelMedia.voice(Wan27.SOURCE));

    private FreepikLimits() {}
}
