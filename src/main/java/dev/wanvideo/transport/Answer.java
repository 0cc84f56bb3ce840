package dev.wanvideo.transport;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes JSON-RPC responses as single lines, line end included. */
public final class Answer {

    public static final int PARSE_ERROR = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;
    /** Of the era that begins with {@code initialize}; the stateless one has no code of its own for it. */
    public static final int RESOURCE_NOT_FOUND = -32002;
    /** Of the era that begins with {@code initialize}, as the official clients know it. */
    public static final int SESSION_NOT_FOUND = -32001;

    public static final int HEADER_MISMATCH = -32020;
    public static final int MISSING_CLIENT_CAPABILITY = -32021;
    public static final int UNSUPPORTED_PROTOCOL_VERSION = -32022;

    private Answer() {}

    /** A result, from the id and the result as JSON text. */
    public static byte[] result(String id, byte[] result) {
        return line(id, "\"result\":", result);
    }

    /** An error, from the id as JSON text (null when the request had none) and the error object as JSON text. */
    public static byte[] error(@Nullable String id, byte[] error) {
        return line(id == null ? "null" : id, "\"error\":", error);
    }

    /** An error without data; the message is plain text that needs no escaping. */
    public static byte[] error(@Nullable String id, int code, String message) {
        return error(id, code, message, null);
    }

    /** An error with data as JSON text; the message is plain text that needs no escaping. */
    public static byte[] error(@Nullable String id, int code, String message, @Nullable String data) {
        String more = data == null ? "}" : ",\"data\":" + data + "}";
        return error(id, utf8("{\"code\":" + code + ",\"message\":\"" + message + "\"" + more));
    }

    /** Refuses a version of the protocol, given as JSON text; the data tells which versions a client may go on with. */
    public static byte[] unsupportedVersion(@Nullable String id, String requested) {
        String data = "{\"supported\":" + ProtocolVersions.json() + ",\"requested\":" + requested + "}";
        return error(id, UNSUPPORTED_PROTOCOL_VERSION, "Unsupported protocol version", data);
    }

    private static byte[] line(String id, String member, byte[] value) {
        byte[] head = utf8("{\"jsonrpc\":\"2.0\",\"id\":" + id + "," + member);
        byte[] line = new byte[head.length + value.length + 2];
        System.arraycopy(head, 0, line, 0, head.length);
        System.arraycopy(value, 0, line, head.length, value.length);
        line[line.length - 2] = '}';
        line[line.length - 1] = '\n';
        return line;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
