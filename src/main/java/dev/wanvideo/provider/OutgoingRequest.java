package dev.wanvideo.provider;

import java.util.Map;

/**
 * What would be sent, without any key.
 *
 * @param method HTTP method, or {@code LOCAL} where nothing leaves this machine
 * @param url address, or {@code preview:render}
 * @param headers beside content type and key
 * @param body JSON values in sending order; empty for none
 */
public record OutgoingRequest(String method, String url, Map<String, String> headers, Map<String, Object> body) {
    public OutgoingRequest {
        headers = Map.copyOf(headers);
    }

    /** Without headers of its own. */
    public OutgoingRequest(String method, String url, Map<String, Object> body) {
        this(method, url, Map.of(), body);
    }

    /** A GET. */
    public static OutgoingRequest get(String url) {
        return new OutgoingRequest("GET", url, Map.of());
    }
}
