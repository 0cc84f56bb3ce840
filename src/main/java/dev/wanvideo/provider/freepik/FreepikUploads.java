package dev.wanvideo.provider.freepik;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.OutgoingUpload;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.UploadAnswers;
import dev.wanvideo.provider.UploadBody;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadStep;
import dev.wanvideo.provider.Uploads;
import dev.wanvideo.video.MediaKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How Freepik takes files: it signs an address, which takes the bytes with exactly the headers that were signed.
 *
 * <p>Source: https://docs.magnific.com/api-reference/uploads (read 2026-11-20).
 */
record FreepikUploads(RemoteSettings settings) implements Uploads {
    static final String PATH = "/v1/ai/uploads/request-url";
    static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/webp");
    private static final UploadAnswers ANSWERS = new UploadAnswers("Freepik");
    private static final Duration A_DAY = Duration.ofDays(1);
    /** Told by the connection itself. */
    private static final Set<String> NOT_OURS = Set.of("host", "content-length", "transfer-encoding", "connection");

    @Override
    public Optional<String> objection(MediaKind kind, String type, long bytes) {
        return kind == MediaKind.IMAGE && TYPES.contains(type)
                ? Optional.empty()
                : Optional.of("Freepik takes uploads of PNG, JPEG and WebP pictures only");
    }

    @Override
    public String scope() {
        return settings.base();
    }

    @Override
    public UploadStep first(UploadFile file) {
        return new UploadStep.Call(new OutgoingUpload(
                "POST",
                settings.at(PATH),
                Map.of(),
                true,
                new UploadBody.Json(Map.of("files", List.of(Map.of("content_type", file.type()))))));
    }

    @Override
    public UploadStep next(UploadFile file, List<ApiReply> answers) {
        ApiReply signed = answers.get(0);
        if (signed.status() / 100 != 2) {
            return ANSWERS.refused(signed, FreepikWire.words(signed), Optional.empty());
        }
        Optional<JsonNode> place = Replies.json(signed)
                // What is around it differs from one of its pages to the next.
                .map(json -> json.findParent("upload_url"))
                .filter(JsonNode::isObject);
        if (place.isEmpty()) {
            return ANSWERS.unreadable(signed);
        }
        return answers.size() == 1
                ? put(place.get()).orElseGet(() -> ANSWERS.unreadable(signed))
                : stored(place.get(), answers.get(1)).orElseGet(() -> ANSWERS.unreadable(signed));
    }

    private static Optional<UploadStep> put(JsonNode place) {
        return Replies.text(place, "upload_url")
                .map(url -> new UploadStep.Call(
                        new OutgoingUpload("PUT", url, headers(place), false, new UploadBody.File())));
    }

    private static Map<String, String> headers(JsonNode place) {
        Map<String, String> headers = new LinkedHashMap<>();
        place.path("headers").properties().stream()
                .filter(header -> !NOT_OURS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return headers;
    }

    private static Optional<UploadStep> stored(JsonNode place, ApiReply put) {
        if (put.status() / 100 != 2) {
            return Optional.of(ANSWERS.refusedByStore(put));
        }
        JsonNode lives = place.path("asset_url_expires_in");
        Duration life = lives.isIntegralNumber() && lives.asLong() > 0 ? Duration.ofSeconds(lives.asLong()) : A_DAY;
        return Replies.text(place, "asset_url").flatMap(address -> UploadAnswers.done(address, "https", life));
    }
}
