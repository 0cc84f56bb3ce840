package dev.wanvideo.video;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The limits of the WAN 2.7 reference-to-video model itself; hosts may be tighter, never wider. */
public final class Wan27 {
    /** The model's own reference page. */
    public static final Source SOURCE = Source.of(
            "https://www.alibabacloud.com/help/en/model-studio/wan-video-to-video-api-reference", "2026-11-20");

    public static final Constraint.TextLength PROMPT = new Constraint.TextLength(Field.PROMPT, 1, 5000, SOURCE);
    public static final Constraint.TextLength NEGATIVE_PROMPT =
            new Constraint.TextLength(Field.NEGATIVE_PROMPT, 0, 500, SOURCE);
    public static final CastConstraint.ReferenceCount REFERENCES =
            new CastConstraint.ReferenceCount(Optional.empty(), 1, 5, SOURCE);
    public static final Constraint.Choice ASPECT_RATIO = new Constraint.Choice(
            Field.ASPECT_RATIO,
            Arrays.stream(AspectRatio.values()).map(AspectRatio::word).toList(),
            SOURCE);
    public static final Constraint.Choice RESOLUTION = new Constraint.Choice(
            Field.RESOLUTION,
            Arrays.stream(Resolution.values()).map(Resolution::word).toList(),
            SOURCE);
    public static final Constraint.NumberRange DURATION =
            new Constraint.NumberRange(Field.DURATION, 2, 15, " whole seconds", SOURCE);
    public static final CastConstraint.DurationWithVideo DURATION_WITH_VIDEO =
            new CastConstraint.DurationWithVideo(2, 10, SOURCE);
    public static final Constraint.NumberRange SEED =
            new Constraint.NumberRange(Field.SEED, 0, 2_147_483_647L, "", SOURCE);
    public static final Constraint.Choice SHOT_TYPE = new Constraint.Choice(
            Field.SHOT_TYPE,
            Arrays.stream(ShotType.values()).map(ShotType::word).toList(),
            SOURCE);

    /** All of them. */
    public static final List<Constraint> ALL = List.of(
            PROMPT,
            NEGATIVE_PROMPT,
            REFERENCES,
            ASPECT_RATIO,
            RESOLUTION,
            DURATION,
            DURATION_WITH_VIDEO,
            SEED,
            SHOT_TYPE);

    private Wan27() {}
}
