package dev.wanvideo.video;

import java.util.Optional;
import java.util.function.Function;

/** The arguments of a request that constraints speak about, in the tool's order, and how to read them. */
public enum Field {
    PROMPT("prompt", r -> Optional.of(r.prompt())),
    REFERENCES("references", r -> Optional.of(r.references())),
    START_IMAGE("start_image", r -> r.startImage()),
    NEGATIVE_PROMPT("negative_prompt", r -> r.negativePrompt()),
    ASPECT_RATIO("aspect_ratio", r -> Optional.of(r.format().aspectRatio().word())),
    RESOLUTION("resolution", r -> Optional.of(r.format().resolution().word())),
    DURATION("duration", r -> Optional.of(r.format().seconds())),
    SEED("seed", r -> r.seed()),
    PROMPT_EXPANSION("prompt_expansion", r -> r.switches().promptExpansion()),
    AUDIO("audio", r -> r.switches().audio()),
    SHOT_TYPE("shot_type", r -> r.switches().shotType().map(ShotType::word)),
    WATERMARK("watermark", r -> r.switches().watermark());

    private final String word;
    private final Function<ReferenceVideoRequest, Optional<?>> reader;

    Field(String word, Function<ReferenceVideoRequest, Optional<?>> reader) {
        this.word = word;
        this.reader = reader;
    }

    /** The argument's name. */
    public String word() {
        return word;
    }

    /** What the request says here; empty when the caller did not say. */
    public Optional<?> in(ReferenceVideoRequest request) {
        return reader.apply(request);
    }
}
