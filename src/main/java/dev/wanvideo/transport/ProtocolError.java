package dev.wanvideo.transport;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers a request with an error of the protocol; it carries no stack, since it tells about the sender. */
public final class ProtocolError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Map<String, Object> data;

    /** @param data JSON values; empty for an error without data */
    public ProtocolError(int code, String message, Map<String, Object> data) {
        super(message, null, false, false);
        this.code = code;
        this.data = Map.copyOf(data);
    }

    public ProtocolError(int code, String message) {
        this(code, message, Map.of());
    }

    public int code() {
        return code;
    }

    /** The error object as JSON values. */
    public Map<String, Object> error() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", String.valueOf(getMessage()));
        if (!data.isEmpty()) {
            error.put("data", data);
        }
        return error;
    }
}
