package dev.wanvideo.provider;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a provider receives it.
 *
 * @param path behind the base URL, e.g. {@code /v1/tasks/abc}
 * @param headers by name in lower case
 * @param origin scheme, host and path prefix under which this provider was called, for addresses in its answers
 */
public record EmulatedCall(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        String origin) {
    private static final Pattern BEARER = Pattern.compile("Bearer (\\S+)");

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
}
