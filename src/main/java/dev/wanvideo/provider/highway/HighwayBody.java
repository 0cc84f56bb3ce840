package dev.wanvideo.provider.highway;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.ShotType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request in HighwayAPI's words, fields in the order of its page. */
final class HighwayBody {
    private HighwayBody() {}

    static Map<String, Object> of(ReferenceVideoRequest request) {
        return new BodyFields()
                .put("seed", request.seed())
                .put("size", word(size(request)))
                .put("audio", request.switches().audio().orElse(true))
                .put("media", media(request))
                .put("prompt", Dialect.CHARACTERS.render(request))
                .put("duration", request.format().seconds())
                .put("shot_type", shotType(request).word())
                .put("watermark", request.switches().watermark().orElse(false))
                .put("negative_prompt", request.negativePrompt())
                .done();
    }

    static List<String> warnings(ReferenceVideoRequest request) {
        List<String> warnings = new ArrayList<>();
        if (!size(request).equals(request.format().size())) {
            warnings.add("highway makes "
                    + request.format().aspectRatio().word() + " films of " + size(request) + " pixels, not "
                    + request.format().size());
        }
        if (request.switches().shotType().isPresent()) {
            warnings.add("highway offers shot_type, but WAN 2.7 itself does not heed it: say it in the prompt too");
        }
        if (!request.switches().audio().orElse(true)) {
            warnings.add("highway offers audio, but WAN 2.7 itself has no such switch: the film may have sound");
        }
        return warnings;
    }

    /** The page's own table: its 4:3 and 3:4 are not those that other hosts tell for this model. */
    static FrameSize size(ReferenceVideoRequest request) {
        boolean full = request.format().resolution() == Resolution.P1080;
        AspectRatio ratio = request.format().aspectRatio();
        return switch (ratio) {
            case CLASSIC -> full ? new FrameSize(1632, 1248) : new FrameSize(1088, 832);
            case CLASSIC_TALL -> full ? new FrameSize(1248, 1632) : new FrameSize(832, 1088);
            case WIDE, TALL, SQUARE -> request.format().size();
        };
    }

    /** {@code 1280*720}. */
    static String word(FrameSize size) {
        return size.width() + "*" + size.height();
    }

    private static ShotType shotType(ReferenceVideoRequest request) {
        return request.switches()
                .shotType()
                .orElseGet(() ->
                        Prompt.read(request.prompt(), request.references()).shotType());
    }

    /**
     * The first frame goes last: character1 is the first of this list, and it is no character. The page does not list the
     * types; these are those of the same call at PPIO (https://api.ppio.com/v3/async/wan2.7-r2v, read 2026-11-20).
     */
    private static List<Map<String, Object>> media(ReferenceVideoRequest request) {
        List<Map<String, Object>> media = new ArrayList<>();
        request.references().forEach(reference -> media.add(reference(reference)));
        request.startImage()
                .ifPresent(image -> media.add(medium(image, "first_frame").done()));
        return List.copyOf(media);
    }

    private static Map<String, Object> reference(Reference reference) {
        boolean clip = reference.kind() == MediaKind.VIDEO;
        return medium(reference.media(), clip ? "reference_video" : "reference_image")
                .put("reference_voice", reference.voice().map(MediaSource::text))
                .done();
    }

    private static BodyFields medium(MediaSource source, String type) {
        return new BodyFields().put("url", source.text()).put("type", type);
    }
}
