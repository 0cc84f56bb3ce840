package dev.wanvideo.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a provider's API: sent at most once, no redirect followed.
 *
 * @param headers with the key among them
 * @param patience from the first name lookup to the last byte
 */
public record ApiCall(String method, URI uri, Map<String, String> headers, ApiBody body, Duration patience) {
    public ApiCall {
        headers = Map.copyOf(headers);
    }

    /** With a body of JSON, or none. */
    public ApiCall(String method, URI uri, Map<String, String> headers, Optional<String> json, Duration patience) {
        this(method, uri, headers, ApiBody.json(json), patience);
    }

    /** Headers by name alone: one of them is a key. */
    @Override
    public String toString() {
        return method + " " + uri.getHost() + uri.getPath() + " with " + headers.keySet();
    }
}
