package dev.wanvideo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.wanvideo.provider.EmulatedCall;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a request as an emulated provider receives it. */
final class Incoming {
    static final int BODY_LIMIT = 8 * 1024 * 1024;
    /** Of a call that brings a file: the largest that any provider takes, with what is around it. */
    private static final int FILE_LIMIT = 104 * 1024 * 1024;

    private Incoming() {}

    /**
     * The call; empty when its body is too large.
     *
     * @param prefix of the path that is the sandbox's own, e.g. {@code /acme}
     */
    static Optional<EmulatedCall> read(HttpExchange exchange, String prefix, String address) throws IOException {
        boolean file = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("")
                .matches("(?s)(multipart|image|video|audio)/.*");
        Optional<byte[]> body = bytes(exchange, file ? FILE_LIMIT : BODY_LIMIT);
        return body.map(content -> new EmulatedCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().substring(prefix.length()),
                query(exchange),
                headers(exchange),
                content,
                address + prefix));
    }

    /** The body as text; empty when it is too large. */
    static Optional<String> body(HttpExchange exchange) throws IOException {
        return bytes(exchange, BODY_LIMIT).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> bytes(HttpExchange exchange, int limit) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(limit + 1);
        return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
    }

    static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                query.put(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return headers;
    }
}
