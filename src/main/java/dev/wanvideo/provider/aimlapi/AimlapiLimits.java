package dev.wanvideo.provider.aimlapi;

import dev.wanvideo.provider.ModelMedia;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.Field;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Source;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Optional;

/** What AI/ML API takes; where its page says nothing, the model's own limits hold and name the model's page. */
final class AimlapiLimits {
    static final Source PAGE = Source.of(
            "https://docs.aimlapi.com/api-references/video-models/alibaba-cloud/wan-2.7-reference-to-video",
            "2026-11-20");
    // Its page does not say how references are named; this is how the model reads them.
    static final Dialect DIALECT = Dialect.SPACED_LATIN;

    static final List<Constraint> ALL = List.of(
            new Constraint.PromptLength(DIALECT, 5000, Wan27.SOURCE),
            new Constraint.TextLength(Field.NEGATIVE_PROMPT, 0, 500, PAGE),
            new CastConstraint.ReferenceCount(Optional.of(MediaKind.IMAGE), 0, 5, PAGE),
            new CastConstraint.ReferenceCount(Optional.of(MediaKind.VIDEO), 0, 5, PAGE),
            Wan27.REFERENCES,
            new CastConstraint.VoiceCount(0, "AI/ML API binds no voices", PAGE),
            new Constraint.Choice(Field.ASPECT_RATIO, Wan27.ASPECT_RATIO.words(), PAGE),
            new Constraint.Choice(Field.RESOLUTION, Wan27.RESOLUTION.words(), PAGE),
            new Constraint.Numbers(Field.DURATION, List.of(5L, 10L, 15L), " seconds", PAGE),
            // Its page offers 15 beside clips too; the model takes 10 at most then.
            new CastConstraint.DurationWithVideo(5, 10, Wan27.SOURCE),
            Wan27.SEED,
            new Constraint.Absent(Field.AUDIO, "AI/ML API has no switch for sound", PAGE),
            new Constraint.Absent(Field.SHOT_TYPE, "AI/ML API reads shots from the prompt alone", PAGE),
            ModelMedia.image(Wan27.SOURCE),
            ModelMedia.clip(Wan27.SOURCE));

    private AimlapiLimits() {}
}
