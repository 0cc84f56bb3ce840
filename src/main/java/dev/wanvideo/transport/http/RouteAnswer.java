package dev.wanvideo.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * What a {@link Route} answers.
 *
 * @param type the Content-Type of the body
 * @param headers beside those that belong to the body
 */
public record RouteAnswer(int status, String type, byte[] body, Map<String, String> headers) {

    public RouteAnswer {
        headers = Map.copyOf(headers);
    }

    public static RouteAnswer json(int status, String text) {
        return new RouteAnswer(status, Media.JSON, text.getBytes(UTF_8), Map.of());
    }

    /** A status and nothing else. */
    public static RouteAnswer empty(int status) {
        return new RouteAnswer(status, Media.JSON, new byte[0], Map.of());
    }
}
