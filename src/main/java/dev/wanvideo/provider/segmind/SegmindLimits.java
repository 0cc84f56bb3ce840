package dev.wanvideo.provider.segmind;

import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Manners;
import dev.wanvideo.provider.ModelMedia;
import dev.wanvideo.provider.PriceList;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.Field;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Source;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Segmind takes, what it costs, and how it wants to be treated. */
final class SegmindLimits {
    /** The page of the model. */
    static final Source PAGE = Source.of("https://www.segmind.com/models/wan2.7-r2v/api", "2026-11-20");

    /** The queue, errors and what is billed. */
    private static final Source QUEUE =
            Source.of("https://docs.segmind.com/docs/serverless-api/async-inference", "2026-11-20");

    /** $0.625 and $0.938 for five seconds. */
    static final PriceList PRICES = new PriceList(
            Map.of(Resolution.P720, PriceList.Rate.of("0.125"), Resolution.P1080, PriceList.Rate.of("0.1875")),
            PriceList.InputBilling.NONE,
            PAGE);

    // Only HTTP 200 is billed, so a failed film is free. No rate is published; these paces are ours.
    private static final Manners MANNERS = new Manners(60, 600, true, QUEUE);

    private static final int TYPICAL_SECONDS = 330;
    private static final String NO_SUCH_FIELD = "this provider has no such field";

    private static final List<Constraint> CONSTRAINTS = List.of(
            // No length is told; the model's own.
            new Constraint.PromptLength(Dialect.TIGHT, Wan27.PROMPT.max(), Wan27.SOURCE),
            new CastConstraint.ReferenceCount(Optional.empty(), 1, 5, PAGE),
            new CastConstraint.VoiceCount(1, "this provider takes one for the whole film", PAGE),
            // Of pictures and clips the page tells nothing: the model's own limits.
            ModelMedia.image(Wan27.SOURCE),
            ModelMedia.clip(Wan27.SOURCE),
            // "1-10 second audio clip" is the page's, types and size the model's own.
            ModelMedia.voice(PAGE),
            new Constraint.Absent(Field.START_IMAGE, NO_SUCH_FIELD, PAGE),
            Wan27.NEGATIVE_PROMPT,
            // There is no field for it, so the film has the model's default shape.
            new Constraint.Choice(Field.ASPECT_RATIO, List.of(AspectRatio.WIDE.word()), PAGE),
            new Constraint.Choice(Field.RESOLUTION, Wan27.RESOLUTION.words(), PAGE),
            new Constraint.NumberRange(Field.DURATION, 2, 15, " whole seconds", PAGE),
            // The page says 2-15 and speaks of no exception; the model itself makes no more than 10 from a clip.
            Wan27.DURATION_WITH_VIDEO,
            Wan27.SEED,
            new Constraint.Absent(Field.PROMPT_EXPANSION, NO_SUCH_FIELD, PAGE),
            new Constraint.Absent(Field.AUDIO, NO_SUCH_FIELD, PAGE),
            new Constraint.Absent(Field.SHOT_TYPE, NO_SUCH_FIELD, PAGE),
            new Constraint.Absent(Field.WATERMARK, NO_SUCH_FIELD, PAGE));

    static final Descriptor DESCRIPTOR = Descriptor.remote(
            "segmind",
            "Segmind",
            CONSTRAINTS,
            List.of("clips", "one_voice", "local_files", "tells_charge", "free_when_failed"),
            TYPICAL_SECONDS,
            MANNERS);

    private SegmindLimits() {}
}
