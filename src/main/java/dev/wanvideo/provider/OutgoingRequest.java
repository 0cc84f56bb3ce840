package dev.wanvideo.provider;

import java.util.Map;

/**
 * What would be sent, without any key.
 *
 * @param method HTTP method, or {@code LOCAL} where nothing leaves this machine
 * @param url address, or {@code preview:render}
 * @param body JSON values in sending order
 */
public record OutgoingRequest(String method, String url, Map<String, Object> body) {}
