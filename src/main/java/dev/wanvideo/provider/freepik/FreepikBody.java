package dev.wanvideo.provider.freepik;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as Freepik reads it. */
final class FreepikBody {
    private FreepikBody() {}

    static Map<String, Object> of(ReferenceVideoRequest request) {
        return new BodyFields()
                .put("prompt", FreepikLimits.DIALECT.render(request))
                .put("negative_prompt", request.negativePrompt())
                .putFilled("image_urls", references(request, MediaKind.IMAGE))
                .putFilled("video_urls", references(request, MediaKind.VIDEO))
                .put("start_image_url", request.startImage().map(MediaSource::text))
                .put("aspect_ratio", request.format().aspectRatio().word())
                .put("resolution", request.format().resolution().word().toUpperCase(Locale.ROOT))
                .put("duration", request.format().seconds())
                .put("seed", request.seed())
                // Whether Freepik expands prompts unasked is published nowhere, so it is always told.
                .put(
                        "additional_settings",
                        Map.of(
                                "prompt_extend",
                                request.switches().promptExpansion().orElse(false)))
                .done();
    }

    private static List<Map<String, Object>> references(ReferenceVideoRequest request, MediaKind kind) {
        return request.references(kind).stream().map(FreepikBody::reference).toList();
    }

    private static Map<String, Object> reference(Reference reference) {
        return new BodyFields()
                .put("url", reference.media().text())
                .put("reference_voice", reference.voice().map(MediaSource::text))
                .done();
    }
}
