package dev.wanvideo.provider.evolink;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.OutgoingUpload;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.UploadAnswers;
import dev.wanvideo.provider.UploadBody;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadStep;
import dev.wanvideo.provider.Uploads;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How EvoLink takes files: one form, on a host of its own. It may say no under HTTP 200.
 *
 * <p>Source: https://docs.evolink.ai/en/api-manual/file-series (read 2026-11-20).
 *
 * @param base of the files host, without a slash at its end
 */
record EvolinkUploads(String base) implements Uploads {
    static final String PATH = "/api/v1/files/upload/stream";
    static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final UploadAnswers ANSWERS = new UploadAnswers("EvoLink");
    private static final Duration LIFE = Duration.ofHours(72);

    @Override
    public Optional<String> objection(MediaKind kind, String type, long bytes) {
        return kind == MediaKind.IMAGE && TYPES.contains(type)
                ? Optional.empty()
                : Optional.of("EvoLink takes uploads of JPEG, PNG, GIF and WebP pictures only");
    }

    @Override
    public String scope() {
        return base;
    }

    @Override
    public UploadStep first(UploadFile file) {
        return new UploadStep.Call(
                new OutgoingUpload("POST", base + PATH, Map.of(), true, new UploadBody.Form(Map.of(), "file")));
    }

    @Override
    public UploadStep next(UploadFile file, List<ApiReply> answers) {
        ApiReply reply = answers.get(0);
        Optional<JsonNode> json = Replies.json(reply);
        boolean denied = json.filter(body -> body.path("success").isBoolean()
                        && !body.path("success").asBoolean())
                .isPresent();
        if (reply.status() / 100 != 2 || denied) {
            Optional<Category> own = denied ? json.map(EvolinkUploads::category) : Optional.empty();
            return ANSWERS.refused(reply, words(reply, json), own);
        }
        return json.map(body -> body.path("data"))
                .flatMap(data -> Replies.text(data, "file_url")
                        .flatMap(address -> UploadAnswers.done(address, "https", life(data))))
                .orElseGet(() -> ANSWERS.unreadable(reply));
    }

    private static Optional<String> words(ApiReply reply, Optional<JsonNode> json) {
        return EvolinkErrors.words(reply)
                .or(() -> json.flatMap(body -> Replies.text(body, "msg").or(() -> Replies.text(body, "message"))));
    }

    /** Its {@code code} repeats HTTP's, or is one of its own, which nobody documented. */
    private static Category category(JsonNode body) {
        int code = body.path("code").asInt(0);
        if (code == 408 || code >= 500 && code < 600) {
            return Category.UNAVAILABLE;
        }
        return Replies.category(code).orElse(Category.INVALID_REQUEST);
    }

    /** Between the two times that it tells, so that no clock but its own counts. */
    private static Duration life(JsonNode data) {
        try {
            Instant from = Instant.parse(data.path("upload_time").asString(""));
            Duration told =
                    Duration.between(from, Instant.parse(data.path("expires_at").asString("")));
            return told.isNegative() || told.compareTo(LIFE) > 0 ? LIFE : told;
        } catch (DateTimeException e) {
            return LIFE;
        }
    }
}
