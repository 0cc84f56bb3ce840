package dev.wanvideo.provider.evolink;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as EvoLink reads it, its fields in the order of EvoLink's page. */
final class EvolinkBody {
    private EvolinkBody() {}

    static Map<String, Object> of(ReferenceVideoRequest request, boolean positionalVoices) {
        EvolinkVoices voices = EvolinkVoices.of(request);
        List<String> positional = positionalVoices ? voices.positional() : List.of();
        return new BodyFields()
                .put("model", EvolinkProvider.MODEL)
                .put("prompt", EvolinkLimits.DIALECT.render(request))
                .put("negative_prompt", request.negativePrompt())
                .put("image_start", request.startImage().map(MediaSource::text))
                .putFilled("image_urls", request.addresses(MediaKind.IMAGE))
                .putFilled("video_urls", request.addresses(MediaKind.VIDEO))
                .putFilled("audio_urls", positional)
                .put("model_params", bindings(voices).filter(any -> positional.isEmpty()))
                .put("quality", request.format().resolution().word())
                .put("aspect_ratio", request.format().aspectRatio().word())
                .put("duration", request.format().seconds())
                .put("seed", request.seed())
                .put("prompt_extend", request.switches().promptExpansion().orElse(false))
                .done();
    }

    private static Optional<Map<String, Object>> bindings(EvolinkVoices voices) {
        return Optional.of(voices.bindings())
                .filter(bindings -> !bindings.isEmpty())
                .map(bindings -> Map.of("voice_bindings", bindings));
    }
}
