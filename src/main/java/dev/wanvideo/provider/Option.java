package dev.wanvideo.provider;

import java.util.List;
import java.util.Locale;

/**
 * A setting that one provider understands beside its key.
 *
 * @param name lower case, e.g. {@code base_url}
 * @param words the values it may have; empty where any text may stand
 */
public record Option(String name, List<String> words) {
    /** What a second of film costs here, where the owner of this server knows better than the price list. */
    public static final Option PRICE = new Option("price_usd_per_second", List.of());

    public Option {
        words = List.copyOf(words);
    }

    /** The environment variable that sets it for a provider: {@code <ID>_<NAME>}. */
    public String variable(String id) {
        return (id + "_" + name).toUpperCase(Locale.ROOT);
    }

    /** Whether the option may have this value. */
    public boolean allows(String value) {
        return words.isEmpty() || words.contains(value);
    }
}
