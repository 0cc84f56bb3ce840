package dev.wanvideo.mcp;

import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.ShotType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The SHA-256 by which two equal requests are known as equal, whatever the process and the spelling of the call. */
final class RequestDigest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RequestDigest() {}

    /**
     * In hex, over the request in canonical JSON.
     *
     * @param request as asked, before a seed is drawn
     * @param provider the provider that was asked for, or {@code auto}
     */
    static String of(ReferenceVideoRequest request, String provider) {
        Map<String, Object> canonical = new Facts()
                .put("prompt", request.prompt())
                .put("negative_prompt", request.negativePrompt())
                .put(
                        "references",
                        request.references().stream()
                                .map(RequestDigest::reference)
                                .toList())
                .put("start_image", request.startImage().map(MediaSource::text))
                .put("aspect_ratio", request.format().aspectRatio().word())
                .put("resolution", request.format().resolution().word())
                .put("duration", request.format().seconds())
                .put("seed", request.seed())
                .put("prompt_expansion", request.switches().promptExpansion())
                .put("audio", request.switches().audio())
                .put("shot_type", request.switches().shotType().map(ShotType::word))
                .put("watermark", request.switches().watermark())
                .put("provider", provider)
                .put("fix_media", request.switches().fixMedia())
                .map();
        return sha256(JSON.writeValueAsString(canonical));
    }

    private static Map<String, Object> reference(Reference reference) {
        return new Facts()
                .put("name", reference.name())
                .put("kind", reference.kind().name())
                .put("media", reference.media().text())
                .put("voice", reference.voice().map(MediaSource::text))
                .put("role", reference.role().word())
                .map();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
