package dev.wanvideo.provider;

import java.util.Map;
import java.util.Optional;

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
    /** A header's value by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
