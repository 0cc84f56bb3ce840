package dev.wanvideo.mcp;

import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.Locale;
import java.util.Map;

/** What a film was asked to be, for people: without the addresses of its references, which may open something. */
final class RequestView {
    private RequestView() {}

    static Map<String, Object> facts(ReferenceVideoRequest request) {
        return new Facts()
                .put("prompt", request.prompt())
                .put(
                        "references",
                        request.references().stream()
                                .map(RequestView::reference)
                                .toList())
                .put("aspect_ratio", request.format().aspectRatio().word())
                .put("resolution", request.format().resolution().word())
                .put("duration", request.format().seconds())
                .map();
    }

    private static Map<String, Object> reference(Reference reference) {
        return new Facts()
                .put("name", reference.name())
                .put("kind", reference.kind().name().toLowerCase(Locale.ROOT))
                .put("role", reference.role().word())
                .put("voiced", reference.voice().isPresent())
                .map();
    }
}
