package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Category;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every host's answers to an upload are read for alike.
 *
 * @param name of the host, for people
 */
public record UploadAnswers(String name) {
    private static final int LATE = 408;
    private static final int BUSY = 429;
    private static final int OURS = 500;
    /** Codes of stores that tell under HTTP 400 of a signature that is over or of bytes that did not come in time. */
    private static final Set<String> PASSING = Set.of("ExpiredToken", "RequestTimeout", "RequestTimeTooSkewed");

    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9.]{1,60})</Code>");

    /** What an unsuccessful answer of a host's own API comes to. @param words its own, where there are any */
    public UploadStep refused(ApiReply reply, Optional<String> words, Optional<Category> own) {
        String told = words.map(w -> ": \"" + Replies.quoted(w) + "\"").orElse("");
        Category category = own.orElseGet(() -> category(reply.status()));
        return new UploadStep.Refused(
                category, name + " answered the upload with HTTP " + reply.status() + told, Replies.retryAfter(reply));
    }

    /** The same of a store behind a signed address, whose texts repeat what was signed: only its code is told. */
    public UploadStep refusedByStore(ApiReply reply) {
        Matcher found = CODE.matcher(reply.text());
        String code = found.find() ? found.group(1) : "";
        String told = code.isEmpty() ? "" : " (" + code + ")";
        // A signature lives for minutes; a new one may be had.
        boolean passes = reply.status() == 403 || reply.status() == 409 || PASSING.contains(code);
        Category category = passes ? Category.UNAVAILABLE : category(reply.status());
        return new UploadStep.Refused(
                category,
                name + "'s file store answered the upload with HTTP " + reply.status() + told,
                Replies.retryAfter(reply));
    }

    /** A success that is not what the host's documents promise; another try may bring it. */
    public UploadStep unreadable(ApiReply reply) {
        return UploadStep.Refused.of(
                Category.UNAVAILABLE,
                name + " answered the upload with HTTP " + reply.status() + " and not with what its documents promise");
    }

    /** The end of an upload, if this text is an address of that scheme. */
    public static Optional<UploadStep> done(String address, String scheme, Duration lives) {
        try {
            URI uri = URI.create(address.strip());
            boolean web = scheme.equals("https") && "http".equals(uri.getScheme());
            return uri.getHost() != null && (web || scheme.equals(uri.getScheme()))
                    ? Optional.of(new UploadStep.Done(uri, lives))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Category category(int status) {
        if (status >= OURS || status == LATE) {
            return Category.UNAVAILABLE;
        }
        return status == BUSY ? Category.RATE_LIMITED : Replies.category(status).orElse(Category.PROTOCOL);
    }
}
