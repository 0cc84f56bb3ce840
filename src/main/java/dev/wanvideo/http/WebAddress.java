package dev.wanvideo.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads web addresses as people write them: with spaces, umlauts in the path, and names in any script. */
public final class WebAddress {
    private static final Pattern PARTS = Pattern.compile(
            "(https?)://([^/?#\\s]*)((?:/[^?#]*)?)(\\?[^#]*)?(#.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(.*@)?(.*?)(:\\d*)?");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\\\]");
    private static final Pattern ESCAPE = Pattern.compile("%\\p{XDigit}{2}.*", Pattern.DOTALL);
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

    private WebAddress() {}

    /**
     * The http or https address that a text spells, without its fragment; empty when it is none. What java.net.URI
     * calls illegal is percent-encoded, and names become ASCII. The result is not yet judged by {@link AddressGuard}.
     */
    public static Optional<URI> parse(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        // A backslash means a slash to browsers and nothing to java.net.URI: two readers would see two hosts.
        if (!parts.matches() || FORBIDDEN.matcher(parts.group()).find()) {
            return Optional.empty();
        }
        String query = parts.group(4) == null ? "" : parts.group(4);
        try {
            return Optional.of(new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + ascii(parts.group(2))
                    + encoded(parts.group(3)) + encoded(query)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address that a redirect's {@code Location} means; empty when it means none. */
    static Optional<URI> resolve(URI base, String location) {
        Optional<URI> absolute = parse(location);
        if (absolute.isPresent() || FORBIDDEN.matcher(location).find()) {
            return absolute;
        }
        try {
            return parse(base.resolve(encoded(location.strip())).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String ascii(String authority) {
        Matcher host = HOST.matcher(authority);
        if (!host.matches() || authority.chars().allMatch(c -> c < 128)) {
            return authority;
        }
        return group(host, 1) + IDN.toASCII(host.group(2)) + group(host, 3);
    }

    private static String group(Matcher matcher, int number) {
        String found = matcher.group(number);
        return found == null ? "" : found;
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int c = text.codePointAt(at);
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)
                    || c == '%' && ESCAPE.matcher(text.substring(at)).matches();
            if (kept) {
                out.appendCodePoint(c);
            } else {
                escape(out, c);
            }
        }
        return out.toString();
    }

    private static void escape(StringBuilder out, int codePoint) {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format("%%%02X", b));
        }
    }
}
