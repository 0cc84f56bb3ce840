package dev.wanvideo.provider.highway;

import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Manners;
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

/** What HighwayAPI takes, and how it wants to be treated. */
final class HighwayLimits {
    /** The page of the call. */
    static final Source PAGE = Source.of("https://api.highwayapi.ai/v3/async/wan2.7-r2v", "2026-11-20");

    // "Bearer" and a limit per model are all that is told; these paces are ours.
    private static final Manners MANNERS = new Manners(60, 600, false, PAGE);

    // No run of this host is on record; the model's own host tells 1-5 minutes.
    private static final int TYPICAL_SECONDS = 180;

    private static final List<Constraint> CONSTRAINTS = List.of(
            new Constraint.PromptLength(Dialect.CHARACTERS, 1500, PAGE),
            new CastConstraint.ReferenceCount(Optional.empty(), 1, 5, PAGE),
            new CastConstraint.ReferenceCount(Optional.of(MediaKind.IMAGE), 0, 5, PAGE),
            new CastConstraint.ReferenceCount(Optional.of(MediaKind.VIDEO), 0, 3, PAGE),
            // "total number does not exceed 5" does not say whether the first frame counts: taken as if it did.
            new CastConstraint.MediaCount(5, PAGE),
            // Shape and transparency are not spoken of here; they are the model's own.
            new CastConstraint.Media(
                    MediaKind.IMAGE,
                    List.of("image/jpeg", "image/png", "image/bmp", "image/webp"),
                    10,
                    Optional.of(new CastConstraint.Range(240, 8000)),
                    Optional.of(8),
                    Optional.empty(),
                    false,
                    PAGE),
            // Sides and shape are the model's own.
            ModelMedia.clip(PAGE),
            // Megabytes are the model's own.
            new CastConstraint.Media(
                    MediaKind.VOICE,
                    List.of("audio/mpeg", "audio/wav", "audio/flac"),
                    15,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new CastConstraint.Range(3, 30)),
                    true,
                    PAGE),
            new Constraint.TextLength(Field.NEGATIVE_PROMPT, 0, 500, PAGE),
            new Constraint.Choice(Field.ASPECT_RATIO, Wan27.ASPECT_RATIO.words(), PAGE),
            new Constraint.Choice(Field.RESOLUTION, Wan27.RESOLUTION.words(), PAGE),
            new Constraint.NumberRange(Field.DURATION, 2, 10, " whole seconds", PAGE),
            new Constraint.NumberRange(Field.SEED, 0, 2_147_483_647L, "", PAGE),
            new Constraint.Absent(Field.PROMPT_EXPANSION, "this provider has no such switch", PAGE),
            new Constraint.Choice(Field.SHOT_TYPE, Wan27.SHOT_TYPE.words(), PAGE));

    static final Descriptor DESCRIPTOR = Descriptor.remote(
            "highway",
            "HighwayAPI (also Novita, JieKou, PPIO)",
            CONSTRAINTS,
            List.of("clips", "voices", "start_image", "audio", "shot_type", "watermark"),
            TYPICAL_SECONDS,
            MANNERS);

    private HighwayLimits() {}
}
