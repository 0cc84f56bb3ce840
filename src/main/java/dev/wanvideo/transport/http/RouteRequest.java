package dev.wanvideo.transport.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request of a {@link Route}.
 *
 * @param variable the last segment of the path as it was sent, where the route has a variable; else empty
 * @param headers by their names in small letters
 */
public record RouteRequest(String variable, Map<String, List<String>> headers, byte[] body) {

    /** The one value of a header; empty when it is absent or sent twice. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
