package dev.wanvideo.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;

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

    private static byte[] of(McpJsonMapper json, Object value, String end) {
        try {
            return (json.writeValueAsString(value) + end).getBytes(UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
