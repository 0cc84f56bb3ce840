package dev.wanvideo.provider.segmind;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.OutgoingUpload;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.UploadAnswers;
import dev.wanvideo.provider.UploadBody;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadStep;
import dev.wanvideo.provider.Uploads;
import dev.wanvideo.video.MediaKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Segmind takes files of any type: one form, on a host of its own.
 *
 * <p>Source: its own Python client, https://pypi.org/project/segmind (read 2026-11-20).
 *
 * @param base of the upload host, without a slash at its end
 */
record SegmindUploads(String base) implements Uploads {
    static final String PATH = "/upload-asset";
    private static final UploadAnswers ANSWERS = new UploadAnswers("Segmind");
    /** How long an asset lives is told nowhere; outputs live for seven days. */
    private static final Duration LIFE = Duration.ofDays(1);

    @Override
    public Optional<String> objection(MediaKind kind, String type, long bytes) {
        return Optional.empty();
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
        if (reply.status() / 100 != 2) {
            SegmindTrouble trouble = SegmindTrouble.of(reply);
            return ANSWERS.refused(reply, trouble.words(), trouble.own(reply.status()));
        }
        return Replies.json(reply)
                .flatMap(json -> Replies.text(json.path("file_urls").path(0)))
                .flatMap(address -> UploadAnswers.done(address, "https", LIFE))
                .orElseGet(() -> ANSWERS.unreadable(reply));
    }
}
