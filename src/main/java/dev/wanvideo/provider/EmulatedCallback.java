package dev.wanvideo.provider;

import java.util.Map;

/**
 * What an emulated provider posts to a caller's address.
 *
 * @param headers beside the content type
 */
public record EmulatedCallback(Map<String, String> headers, String json) {
    public EmulatedCallback {
        headers = Map.copyOf(headers);
    }
}
