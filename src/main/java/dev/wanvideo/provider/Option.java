package dev.wanvideo.provider;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A setting that one provider understands beside its key.
 *
 * @param name lower case, e.g. {@code base_url}
 * @param form what its value looks like
 * @param words the values it may have; empty where any text of that form may stand
 */
public record Option(String name, Form form, List<String> words) {
    /** What a second of film costs here, where the owner of this server knows better than the price list. */
    public static final Option PRICE = new Option("price_usd_per_second", Form.AMOUNT, List.of());

    /** What precedes the paths of the provider's API, without a slash at its end. */
    public static final Option BASE_URL = new Option("base_url", Form.ADDRESS, List.of());

    /** The same for its uploads, where they have a host of their own. */
    public static final Option UPLOAD_BASE_URL = new Option("upload_base_url", Form.ADDRESS, List.of());

    /** Where the provider calls back, as far as the secret of each task. */
    public static final Option CALLBACK_URL = new Option("callback_url", Form.ADDRESS, List.of());

    /** What it signs its calls with. */
    public static final Option WEBHOOK_SECRET = new Option("webhook_secret", Form.SECRET, List.of());

    public Option {
        words = List.copyOf(words);
    }

    /** A provider has one of each name. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Option option && name.equals(option.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** One of a few words. */
    public static Option oneOf(String name, String... words) {
        return new Option(name, Form.WORD, List.of(words));
    }

    /** The environment variable that sets it for a provider: {@code <ID>_<NAME>}. */
    public String variable(String id) {
        return (id + "_" + name).toUpperCase(Locale.ROOT);
    }

    /** Whether the option may have this value. */
    public boolean allows(String value) {
        return words.isEmpty() ? form.fits(value) : words.contains(value);
    }

    /** What it may be, in words. */
    public String allowed() {
        return words.isEmpty() ? form.words : String.join(", ", words);
    }

    /** What a value looks like. */
    public enum Form {
        /** Letters, digits and dashes. */
        WORD("letters, digits and dashes"),
        /** A secret: any letters without blanks, shown nowhere. */
        SECRET("a secret of 8 to 200 characters without blanks"),
        /** An amount in US dollars. */
        AMOUNT("an amount in US dollars such as 0.12"),
        /** An absolute http or https address. */
        ADDRESS("an address such as https://api.example.com");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        boolean fits(String value) {
            return switch (this) {
                case WORD -> value.matches("[A-Za-z0-9_-]+");
                case SECRET -> value.strip().matches("[\\x21-\\x7e]{8,200}");
                case AMOUNT -> amount(value);
                case ADDRESS -> address(value);
            };
        }

        private static boolean amount(String value) {
            try {
                return new BigDecimal(value.strip()).signum() >= 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        private static boolean address(String value) {
            try {
                URI uri = URI.create(value.strip());
                return uri.getHost() != null
                        && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                        && uri.getUserInfo() == null
                        && uri.getQuery() == null
                        && uri.getFragment() == null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
