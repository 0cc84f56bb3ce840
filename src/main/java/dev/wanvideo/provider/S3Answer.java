package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Category;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bucket answered, in words of our own: its texts repeat keys and what was signed.
 *
 * <p>Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html (read 2026-11-21).
 */
record S3Answer(ApiReply reply) {
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9.]{1,60})</Code>");
    private static final Pattern REGION = Pattern.compile("<Region>([a-z0-9-]{1,40})</Region>");
    private static final Pattern LENGTH = Pattern.compile("bytes\\s+\\d{1,18}-\\d{1,18}/(\\d{1,18})");

    /** Whether it is the object, or a part of it, and of this length. */
    boolean holds(long bytes) {
        if (reply.status() == 206) {
            Matcher range = LENGTH.matcher(reply.header("content-range").orElse(""));
            return range.matches() && Long.parseLong(range.group(1)) == bytes;
        }
        return reply.status() == 200 && reply.body().length == bytes;
    }

    /** Whether it says that something was done or given. */
    boolean good() {
        return reply.status() / 100 == 2;
    }

    /** Whether the object may simply not be there; who may not list a bucket is not told so. */
    boolean mayBeAbsent() {
        return switch (code()) {
            case "NoSuchKey" -> true;
            case "NoSuchBucket" -> false;
            case "AccessDenied", "" -> reply.status() == 404 || reply.status() == 403;
            default -> false;
        };
    }

    /** The end of an upload that was answered so. */
    UploadStep refused() {
        return switch (code()) {
            case "InvalidAccessKeyId" -> no("it does not know the key of WAN_VIDEO_S3_ACCESS_KEY_ID");
            case "SignatureDoesNotMatch" ->
                no("it does not accept what was signed: WAN_VIDEO_S3_SECRET_ACCESS_KEY is not the secret of this key,"
                        + " or a proxy changes host or path on the way");
            case "AccessDenied", "AllAccessDisabled", "AccountProblem" -> no(rights());
            case "NoSuchBucket", "InvalidBucketName" ->
                step(Category.NOT_FOUND, "it has no bucket of the name in WAN_VIDEO_S3_BUCKET");
            case "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "AuthorizationQueryParametersError",
                    "IllegalLocationConstraintException" -> no(elsewhere());
            case "RequestTimeTooSkewed", "RequestExpired" -> no("this machine's clock is wrong; set it");
            case "EntityTooLarge" -> step(Category.UNSUPPORTED, "it takes no file as large as this");
            case "QuotaExceeded", "XMinioStorageFull", "InsufficientStorage" ->
                step(Category.UNSUPPORTED, "it is full; make room in it");
            case "SlowDown", "TooManyRequests" -> step(Category.RATE_LIMITED, "it is too busy");
            default -> byStatus();
        };
    }

    /** What was put may not be got. */
    UploadStep unreadable() {
        return reply.status() == 403
                ? no("the file is there, and the link to it is refused: the key needs the right s3:GetObject")
                : refused();
    }

    private UploadStep byStatus() {
        int status = reply.status();
        String told = "it answered HTTP " + status + (code().isEmpty() ? "" : " (" + code() + ")");
        if (status == 429) {
            return step(Category.RATE_LIMITED, told);
        }
        if (good() || status >= 500 || status == 408 || status == 409) {
            return step(Category.UNAVAILABLE, told);
        }
        return switch (status) {
            case 301, 302, 307, 308 -> no(elsewhere());
            case 401, 403 -> no(rights());
            default -> step(Category.PROTOCOL, told + "; is WAN_VIDEO_S3_ENDPOINT the address of an S3 service?");
        };
    }

    private static String rights() {
        return "its key may not do this: it needs the rights s3:PutObject and s3:GetObject for the objects under"
                + " WAN_VIDEO_S3_PREFIX";
    }

    private String elsewhere() {
        Matcher named = REGION.matcher(reply.text());
        Optional<String> region = named.find()
                ? Optional.of(named.group(1))
                : reply.header("x-amz-bucket-region").filter(name -> name.matches("[a-z0-9-]{1,40}"));
        return "it is in another region than WAN_VIDEO_S3_REGION says"
                + region.map(name -> ": " + name).orElse("") + ", or behind another WAN_VIDEO_S3_ENDPOINT";
    }

    private String code() {
        Matcher code = CODE.matcher(reply.text());
        return code.find() ? code.group(1) : "";
    }

    private UploadStep no(String words) {
        return step(Category.UNAUTHORIZED, words);
    }

    private UploadStep step(Category category, String words) {
        return new UploadStep.Refused(
                category, "Your bucket did not take the file: " + words, Replies.retryAfter(reply));
    }
}
