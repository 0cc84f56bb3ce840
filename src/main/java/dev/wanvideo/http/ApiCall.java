package dev.wanvideo.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a provider's API: sent at most once, no redirect followed.
 *
 * @param headers with the key among them
 * @param json body, sent as {@code application/json}
 * @param patience from the first name lookup to the last byte
 */
public record ApiCall(String method, URI uri, Map<String, String> headers, Optional<String> json, Duration patience) {
    public ApiCall {
        headers = Map.copyOf(headers);
    }

    /** The body's bytes. */
    byte[] bytes() {
        return json.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** Headers by name alone: one of them is a key. */
    @Override
    public String toString() {
        return method + " " + uri.getHost() + uri.getPath() + " with " + headers.keySet();
    }
}
