package dev.wanvideo.provider.dashscope;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request in DashScope's words, fields in the order of its documents. */
final class DashscopeBody {
    private DashscopeBody() {}

    static Map<String, Object> of(ReferenceVideoRequest request, String model) {
        return new BodyFields()
                .put("model", model)
                .put("input", input(request))
                .put("parameters", parameters(request))
                .done();
    }

    static List<String> warnings(ReferenceVideoRequest request) {
        boolean shaped = request.format().aspectRatio() != AspectRatio.WIDE;
        return shaped && request.startImage().isPresent()
                ? List.of("dashscope ignores aspect_ratio where there is a start_image: that sets the shape")
                : List.of();
    }

    private static Map<String, Object> input(ReferenceVideoRequest request) {
        return new BodyFields()
                .put("prompt", Dialect.SPACED.render(request))
                .put("negative_prompt", request.negativePrompt())
                .put("media", media(request))
                .done();
    }

    private static List<Map<String, Object>> media(ReferenceVideoRequest request) {
        List<Map<String, Object>> media = new ArrayList<>();
        request.references().forEach(reference -> media.add(reference(reference)));
        request.startImage()
                .ifPresent(image -> media.add(medium("first_frame", image).done()));
        return List.copyOf(media);
    }

    private static Map<String, Object> reference(Reference reference) {
        boolean clip = reference.kind() == MediaKind.VIDEO;
        return medium(clip ? "reference_video" : "reference_image", reference.media())
                .put("reference_voice", reference.voice().map(MediaSource::text))
                .done();
    }

    private static BodyFields medium(String type, MediaSource source) {
        return new BodyFields().put("type", type).put("url", source.text());
    }

    private static Map<String, Object> parameters(ReferenceVideoRequest request) {
        return new BodyFields()
                .put("resolution", request.format().resolution() == Resolution.P1080 ? "1080P" : "720P")
                .put("ratio", request.format().aspectRatio().word())
                .put("duration", request.format().seconds())
                .put("prompt_extend", request.switches().promptExpansion().orElse(false))
                .put("watermark", request.switches().watermark().orElse(false))
                .put("seed", request.seed())
                .done();
    }
}
