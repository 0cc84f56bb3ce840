package dev.wanvideo.provider;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What every remote provider lets its owner set.
 *
 * @param base what precedes the paths of its API, without a slash at its end
 * @param pricePerSecond in US dollars, where the owner told it
 */
public record RemoteSettings(String base, Optional<BigDecimal> pricePerSecond) {
    /** Reads them from a provider's option values. */
    public static RemoteSettings of(Map<String, String> values, String usualBase) {
        String base = Optional.ofNullable(values.get(Option.BASE_URL.name()))
                .map(String::strip)
                .orElse(usualBase);
        return new RemoteSettings(
                base.replaceAll("/+$", ""),
                Optional.ofNullable(values.get(Option.PRICE.name()))
                        .map(String::strip)
                        .map(BigDecimal::new));
    }

    /** The address of a path. */
    public String at(String path) {
        return base + path;
    }

    /** A provider's own id, fit for a path or a query whatever it holds. */
    public static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
