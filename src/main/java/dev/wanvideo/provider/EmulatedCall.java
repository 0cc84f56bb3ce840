package dev.wanvideo.provider;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a provider receives it.
 *
 * @param path behind the base URL, e.g. {@code /v1/tasks/abc}
 * @param headers by name in lower case
 * @param content body
 * @param origin scheme, host and path prefix under which this provider was called, for addresses in its answers
 */
public record EmulatedCall(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] content,
        String origin) {
    private static final Pattern BEARER = Pattern.compile("Bearer (\\S+)");

    /** One with a body of text. */
    public EmulatedCall(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body,
            String origin) {
        this(method, path, query, headers, body.getBytes(StandardCharsets.UTF_8), origin);
    }

    /** The body as text. */
    public String body() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The key that the call gives as {@code Authorization: Bearer}; empty when it gives none so. */
    public Optional<String> bearer() {
        return header("authorization")
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(bearer -> bearer.group(1));
    }

    /** A header's value by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the length that was told beforehand is the body's. */
    public boolean ofToldLength() {
        return header("content-length")
                .filter(String.valueOf(content.length)::equals)
                .isPresent();
    }
}
