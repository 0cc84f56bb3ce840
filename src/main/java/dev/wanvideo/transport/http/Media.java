package dev.wanvideo.transport.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kinds of bodies are taken and given. */
final class Media {

    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream";

    private Media() {}

    /** Why the body of a request by POST is not read, null when it is. */
    static @Nullable Refusal postFault(HttpHeaders headers) {
        List<String> types = headers.getAll(HttpHeaderNames.CONTENT_TYPE);
        if (types.size() != 1 || !isJson(types.get(0))) {
            return Refusal.of(415, "Content-Type must be application/json in UTF-8");
        }
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            return Refusal.of(415, "Content-Encoding is not supported");
        }
        return accepts(headers, JSON) && accepts(headers, EVENTS)
                ? null
                : Refusal.of(406, "Accept must name application/json and text/event-stream");
    }

    /** Why a request by GET is not answered, null when it is. */
    static @Nullable Refusal getFault(HttpHeaders headers) {
        return accepts(headers, EVENTS) ? null : Refusal.of(406, "Accept must name text/event-stream");
    }

    private static boolean isJson(String type) {
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
        boolean utf8 = true;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            utf8 &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
        }
        return utf8 && parts[0].strip().equals(JSON);
    }

    private static boolean accepts(HttpHeaders headers, String type) {
        String group = type.substring(0, type.indexOf('/')) + "/*";
        return headers.getAll(HttpHeaderNames.ACCEPT).stream()
                .flatMap(line -> List.of(line.toLowerCase(Locale.ROOT).split(",", -1)).stream())
                .map(range -> List.of(range.split(";", -1)).get(0).strip())
                .anyMatch(range -> range.equals(type) || range.equals(group) || range.equals("*/*"));
    }
}
