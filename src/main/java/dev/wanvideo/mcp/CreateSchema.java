package dev.wanvideo.mcp;

import static dev.wanvideo.video.Wan27.DURATION;
import static dev.wanvideo.video.Wan27.DURATION_WITH_VIDEO;
import static dev.wanvideo.video.Wan27.NEGATIVE_PROMPT;
import static dev.wanvideo.video.Wan27.PROMPT;
import static dev.wanvideo.video.Wan27.REFERENCES;
import static dev.wanvideo.video.Wan27.SEED;

import dev.wanvideo.video.Format;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.Wan27;
import java.util.Arrays;

/** The arguments of {@code create_reference_video} in JSON Schema; every figure comes from {@link Wan27}. */
final class CreateSchema {
    private CreateSchema() {}

    static Schema input() {
        Schema schema = Schema.object();
        story(schema);
        picture(schema);
        switches(schema);
        money(schema);
        return schema.requires("prompt", "references");
    }

    private static void story(Schema schema) {
        schema.property(
                        "prompt",
                        Schema.text(PROMPT)
                                .says("What happens, " + PROMPT.limit()
                                        + ". Name references @name, or Image 1 / Video 1 (counted per kind)."
                                        + " Cuts: Shot 1 [0-3s] ..., Shot 2 [3-5s] ..."))
                .property(
                        "references",
                        Schema.list(reference())
                                .with("minItems", REFERENCES.min())
                                .with("maxItems", REFERENCES.max())
                                .says(REFERENCES.limit() + ", each with either image or video"))
                .property("start_image", Schema.text().says("First frame, URL or path; besides the references"))
                .property(
                        "negative_prompt",
                        Schema.text(NEGATIVE_PROMPT)
                                .says("What to avoid, up to " + NEGATIVE_PROMPT.max() + " characters"));
    }

    private static Schema reference() {
        return Schema.object()
                .property("name", Schema.text().says("What the prompt calls it after @"))
                .property("image", Schema.text().says("https URL or local path"))
                .property("video", Schema.text().says("https URL or local path"))
                .property("voice", Schema.text().says("Its voice: audio URL or path"))
                .property(
                        "role",
                        Schema.choice(Arrays.stream(Role.values())
                                        .map(Role::word)
                                        .toList())
                                .or(Role.CHARACTER.word())
                                .says("storyboard: one picture of many panels"));
    }

    private static void picture(Schema schema) {
        Format standard = Format.DEFAULT;
        schema.property(
                        "aspect_ratio",
                        Schema.choice(Wan27.ASPECT_RATIO)
                                .or(standard.aspectRatio().word()))
                .property(
                        "resolution",
                        Schema.choice(Wan27.RESOLUTION).or(standard.resolution().word()))
                .property(
                        "duration",
                        Schema.integer(DURATION)
                                .or(standard.seconds())
                                .says("Seconds, " + DURATION.min() + "-" + DURATION.max() + "; "
                                        + DURATION_WITH_VIDEO.min() + "-" + DURATION_WITH_VIDEO.max()
                                        + " with a reference video"))
                .property("seed", Schema.integer(SEED).says(SEED.limit() + "; absent: random"));
    }

    private static void switches(Schema schema) {
        schema.property("prompt_expansion", Schema.flag().or(false).says("Let the model rewrite the prompt"))
                .property("audio", Schema.flag())
                .property("shot_type", Schema.choice(Wan27.SHOT_TYPE).says("Absent: by the shots in prompt"))
                .property("watermark", Schema.flag())
                .property(
                        "fix_media",
                        Schema.flag().or(false).says("Mend size, format, transparency, rotation of pictures"));
    }

    private static void money(Schema schema) {
        schema.property("provider", Schema.text().or("auto").says("An id from list_providers"))
                .property("max_cost_usd", Schema.number().with("minimum", 0).says("Refuse above this price"))
                .property(
                        "dry_run",
                        Schema.flag().or(false).says("Only the plan: provider, price, exact request; nothing is sent"))
                .property(
                        "request_id",
                        Schema.text()
                                .with("maxLength", Limits.REQUEST_ID_CHARACTERS)
                                .says("Your key, up to " + Limits.REQUEST_ID_CHARACTERS
                                        + " characters: the same id never makes a second film"))
                .property("wait_seconds", wait(0));
    }

    /** The argument of all tools that wait. */
    static Schema wait(int standard) {
        return Schema.integer(0, Limits.WAIT_SECONDS).or(standard).says("0-" + Limits.WAIT_SECONDS);
    }
}
