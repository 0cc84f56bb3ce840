package dev.wanvideo.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call of an upload, without any key.
 *
 * @param headers beside the key, length and, for JSON and forms, content type
 * @param withKey whether the account's key goes along: to the provider's own host alone, never to a signed address
 */
public record OutgoingUpload(String method, String url, Map<String, String> headers, boolean withKey, UploadBody body) {
    public OutgoingUpload {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Method and headers by name: a signed address and its headers are secrets while they live. */
    @Override
    public String toString() {
        return method + " with " + headers.keySet();
    }
}
