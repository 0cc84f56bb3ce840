package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.MediaKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Uploads to a bucket of this server's owner. Objects are named by content, so one that is there is not sent again; what
 * a provider gets is a signed link of some hours' life, the like of which was tried before.
 */
public final class S3Bucket implements Uploads {
    private final S3Settings settings;
    private final S3Signer signer;

    /**
     * @param clock dates the signatures; services refuse those that are a quarter of an hour off
     */
    public S3Bucket(S3Settings settings, Clock clock) {
        this.settings = settings;
        this.signer = new S3Signer(settings, clock);
    }

    /** It takes any file. */
    @Override
    public Optional<String> objection(MediaKind kind, String type, long bytes) {
        return Optional.empty();
    }

    /** Tells buckets and accounts apart. */
    @Override
    public String scope() {
        return String.join(
                "|",
                settings.endpoint().toString(),
                settings.links().publicEndpoint().map(Object::toString).orElse(""),
                settings.bucket(),
                settings.prefix(),
                settings.credentials().accessKeyId());
    }

    @Override
    public UploadStep first(UploadFile file) {
        return firstByte(file);
    }

    @Override
    public UploadStep next(UploadFile file, List<ApiReply> answers) {
        S3Answer last = new S3Answer(answers.get(answers.size() - 1));
        return switch (answers.size()) {
            case 1 -> sought(file, last);
            case 2 -> last.good() ? firstByte(file) : last.refused();
            default -> last.holds(file.bytes()) ? done(file) : last.unreadable();
        };
    }

    private UploadStep sought(UploadFile file, S3Answer answer) {
        if (answer.holds(file.bytes())) {
            return done(file);
        }
        return answer.good() || answer.mayBeAbsent()
                ? new UploadStep.Call(signer.put(key(file), file.type()))
                : answer.refused();
    }

    /** Tells whether a file is there and can be got by whoever has the link. */
    private UploadStep firstByte(UploadFile file) {
        String link = signer.link(key(file)).toString();
        return new UploadStep.Call(
                new OutgoingUpload("GET", link, Map.of("Range", "bytes=0-0"), false, new UploadBody.None()));
    }

    private UploadStep done(UploadFile file) {
        return new UploadStep.Done(signer.link(key(file)), settings.links().lives());
    }

    /** The whole hash: a shorter one could be met on purpose. */
    private String key(UploadFile file) {
        int dot = file.name().lastIndexOf('.');
        return settings.prefix() + file.sha256() + (dot < 0 ? "" : file.name().substring(dot));
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "S3Bucket[" + settings.bucket() + "]";
    }
}
