package dev.wanvideo.provider.segmind;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.video.Dialect;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request in Segmind's words, fields in the order of its page's sample.
 *
 * <p>The page documents defaults that would change a film: a picture of a stranger, a negative prompt, and the seed 42.
 * Whether the server applies them is not told, so a value goes out for each of the three, if need be an empty one.
 */
final class SegmindBody {
    private static final long RANDOM_SEED = -1; // https://docs.segmind.com/docs/serverless-api/random-seed

    private SegmindBody() {}

    static Map<String, Object> of(ReferenceVideoRequest request) {
        List<String> clips = request.addresses(MediaKind.VIDEO);
        return new BodyFields()
                .put("prompt", Dialect.TIGHT.render(request))
                .put("reference_images", oneOrSeveral(request.addresses(MediaKind.IMAGE)))
                .put(
                        "reference_videos",
                        Optional.of(clips).filter(c -> !c.isEmpty()).map(SegmindBody::oneOrSeveral))
                .put("reference_voice", voice(request).map(MediaSource::text))
                .put("negative_prompt", request.negativePrompt().orElse(""))
                .put("resolution", request.format().resolution() == Resolution.P1080 ? "1080P" : "720P")
                .put("duration", request.format().seconds())
                .put("seed", request.seed().orElse(RANDOM_SEED))
                .done();
    }

    static List<String> warnings(ReferenceVideoRequest request) {
        List<String> warnings = new ArrayList<>();
        if (voice(request).isPresent() && request.references().size() > 1) {
            warnings.add("segmind takes one voice and does not bind it to a reference: say in the prompt who speaks");
        }
        if (request.count(MediaKind.IMAGE) == 0) {
            warnings.add("segmind documents a sample picture where none is given; an empty list is sent against it");
        }
        return warnings;
    }

    /** Typed as one address and told to take "up to 5": one goes as a text, several as a list. */
    private static Object oneOrSeveral(List<String> addresses) {
        return addresses.size() == 1 ? addresses.get(0) : addresses;
    }

    private static Optional<MediaSource> voice(ReferenceVideoRequest request) {
        return request.references().stream()
                .map(Reference::voice)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
