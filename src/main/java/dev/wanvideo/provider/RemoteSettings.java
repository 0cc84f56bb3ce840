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
        return new RemoteSettings(
                base(values, Option.BASE_URL, usualBase),
                Optional.ofNullable(values.get(Option.PRICE.name()))
                        .map(String::strip)
                        .map(BigDecimal::new));
    }

    /**
     * What precedes the paths of its uploads, where they have a host of their own; without a slash at its end. Empty
     * where only the other base was set: a key that is meant for one party must not go to the usual one.
     */
    public static Optional<String> uploadBase(Map<String, String> values, String usualBase) {
        return values.containsKey(Option.BASE_URL.name()) && !values.containsKey(Option.UPLOAD_BASE_URL.name())
                ? Optional.empty()
                : Optional.of(base(values, Option.UPLOAD_BASE_URL, usualBase));
    }

    /** What precedes the secret of each task where a provider calls back; empty where it is not to. */
    public static Optional<String> callbackBase(Map<String, String> values) {
        return Optional.ofNullable(values.get(Option.CALLBACK_URL.name()))
                .map(url -> url.strip().replaceAll("/+$", ""));
    }

    private static String base(Map<String, String> values, Option option, String usual) {
        return Optional.ofNullable(values.get(option.name()))
                .map(String::strip)
                .orElse(usual)
                .replaceAll("/+$", "");
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
