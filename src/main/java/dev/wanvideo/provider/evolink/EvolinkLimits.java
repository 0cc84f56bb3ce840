package dev.wanvideo.provider.evolink;

import dev.wanvideo.provider.ModelMedia;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.Field;
import dev.wanvideo.video.Source;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Optional;

/** What EvoLink takes. It would cut longer texts off in silence, so they are refused here. */
final class EvolinkLimits {
    static final Source PAGE =
            Source.of("https://docs.evolink.ai/en/api-manual/video-series/wan2.7/wan2.7-reference-video", "2026-11-20");
    static final Dialect DIALECT = Dialect.SPACED;

    static final List<Constraint> ALL = List.of(
            new Constraint.PromptLength(DIALECT, 5000, PAGE),
            new Constraint.TextLength(Field.NEGATIVE_PROMPT, 0, 500, PAGE),
            new CastConstraint.ReferenceCount(Optional.empty(), 1, 5, PAGE),
            new Constraint.Choice(Field.ASPECT_RATIO, Wan27.ASPECT_RATIO.words(), PAGE),
            new Constraint.Choice(Field.RESOLUTION, Wan27.RESOLUTION.words(), PAGE),
            new Constraint.NumberRange(Field.DURATION, 2, 15, " whole seconds", PAGE),
            new CastConstraint.DurationWithVideo(2, 10, PAGE),
            new Constraint.NumberRange(Field.SEED, 1, 2_147_483_647L, "", PAGE),
            new Constraint.Absent(Field.AUDIO, "EvoLink has no switch for sound", PAGE),
            new Constraint.Absent(Field.SHOT_TYPE, "EvoLink reads shots from the prompt alone", PAGE),
            new Constraint.Absent(Field.WATERMARK, "EvoLink has no switch for a watermark", PAGE),
            ModelMedia.image(PAGE),
            ModelMedia.clip(PAGE),
            ModelMedia.voice(PAGE));

    private EvolinkLimits() {}
}
