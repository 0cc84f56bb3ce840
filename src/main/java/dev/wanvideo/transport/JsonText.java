package dev.wanvideo.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes values as JSON with the SDK's mapper. */
public final class JsonText {

    private JsonText() {}

    /** Goes through a string, in which half of a surrogate pair does no harm; as bytes it could not be written. */
    public static byte[] of(McpJsonMapper json, Object value) {
        return of(json, value, "");
    }

    /** The same as a line. */
    public static byte[] line(McpJsonMapper json, Object value) {
        return of(json, value, "\n");
    }

    /** A notification. */
    public static byte[] notification(McpJsonMapper json, String method, Map<String, Object> params) {
        return of(json, envelope(method, params), "");
    }

    /** The same as a line. */
    public static byte[] notificationLine(McpJsonMapper json, String method, Map<String, Object> params) {
        return of(json, envelope(method, params), "\n");
    }

    private static Map<String, Object> envelope(String method, Map<String, Object> params) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("jsonrpc", "2.0");
        notification.put("method", method);
        notification.put("params", params);
        return notification;
    }

    private static byte[] of(McpJsonMapper json, Object value, String end) {
        try {
            return (json.writeValueAsString(value) + end).getBytes(UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
