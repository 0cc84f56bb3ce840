package dev.wanvideo.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A whole HTTP answer.
 *
 * @param headers by name; asked for in any case
 * @param body decoded as UTF-8 by {@link #text}
 */
public record ApiReply(int status, Map<String, String> headers, byte[] body) {
    public ApiReply {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
        body = body.clone();
    }

    /** One of text. */
    public static ApiReply of(int status, Map<String, String> headers, String body) {
        return new ApiReply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the body says that it is of this MIME type. */
    public boolean is(String mime) {
        return header("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith(mime))
                .orElse(false);
    }

    /** Status alone: bodies and headers may hold what no log should. */
    @Override
    public String toString() {
        return "ApiReply[" + status + ", " + body.length + " bytes]";
    }
}
