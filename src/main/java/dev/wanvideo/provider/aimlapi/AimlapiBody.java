package dev.wanvideo.provider.aimlapi;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Switches;
import java.util.Map;

/** A request as AI/ML API reads it, its fields in the order of its schema. */
final class AimlapiBody {
    private AimlapiBody() {}

    static Map<String, Object> of(ReferenceVideoRequest request) {
        Switches said = request.switches();
        return new BodyFields()
                .put("model", AimlapiProvider.MODEL)
                .put("prompt", AimlapiLimits.DIALECT.render(request))
                .put("first_frame_image", request.startImage().map(MediaSource::text))
                .putFilled("image_urls", request.addresses(MediaKind.IMAGE))
                .putFilled("video_urls", request.addresses(MediaKind.VIDEO))
                .put("aspect_ratio", request.format().aspectRatio().word())
                .put("resolution", request.format().resolution().word())
                // An integer by its schema, though its samples write a text.
                .put("duration", request.format().seconds())
                .put("enhance_prompt", said.promptExpansion().orElse(false))
                .put("negative_prompt", request.negativePrompt())
                .put("seed", request.seed())
                .put("watermark", said.watermark().orElse(false))
                .done();
    }
}
