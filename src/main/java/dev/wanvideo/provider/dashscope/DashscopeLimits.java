package dev.wanvideo.provider.dashscope;

import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Manners;
import dev.wanvideo.provider.ModelMedia;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.Field;
import dev.wanvideo.video.Source;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Optional;

/** What DashScope takes, and how it wants to be treated. */
final class DashscopeLimits {
    private static final Source PAGE = Wan27.SOURCE;

    // 5 submissions and 20 queries a second.
    private static final Manners MANNERS = new Manners(300, 1200, true, PAGE);

    private static final int TYPICAL_SECONDS = 180; // "1-5 minutes"

    private static final List<Constraint> CONSTRAINTS = List.of(
            // A longer prompt would be cut off in silence.
            new Constraint.PromptLength(Dialect.SPACED, 5000, PAGE),
            new CastConstraint.ReferenceCount(Optional.empty(), 1, 5, PAGE),
            ModelMedia.image(PAGE),
            ModelMedia.clip(PAGE),
            ModelMedia.voice(PAGE),
            Wan27.NEGATIVE_PROMPT,
            Wan27.ASPECT_RATIO,
            Wan27.RESOLUTION,
            Wan27.DURATION,
            Wan27.DURATION_WITH_VIDEO,
            Wan27.SEED,
            new Constraint.Absent(Field.AUDIO, "the model always makes sound here", PAGE),
            new Constraint.Absent(Field.SHOT_TYPE, "the model reads it from the prompt here; say it there", PAGE));

    static final Descriptor DESCRIPTOR = Descriptor.remote(
            "dashscope",
            "DashScope (Alibaba Cloud Model Studio)",
            CONSTRAINTS,
            List.of(
                    "clips",
                    "voices",
                    "start_image",
                    "local_files",
                    "prompt_expansion",
                    "watermark",
                    "chinese_prompts",
                    "cancel",
                    "task_list",
                    "free_when_failed"),
            TYPICAL_SECONDS,
            MANNERS);

    private DashscopeLimits() {}
}
