package dev.wanvideo.access;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a request brings along to show who sends it.
 *
 * <p>Rules: RFC 6750, section 2.1; a token in the address is refused, since addresses are logged.
 */
public sealed interface BearerToken {

    /** Longer ones do not fit into the head of a request beside the rest. */
    int MOST_CHARACTERS = 12 * 1024;

    record Given(String token) implements BearerToken {}

    record Absent() implements BearerToken {}

    /** @param why in words that need no escaping */
    record Malformed(String why) implements BearerToken {}

    /**
     * Reads it.
     *
     * @param authorization all values of the header
     * @param query of the address, empty without one
     */
    static BearerToken read(List<String> authorization, String query) {
        if (Syntax.IN_QUERY.matcher(query).find()) {
            return new Malformed("A token does not belong into the address; send it as Authorization: Bearer TOKEN");
        }
        if (authorization.size() > 1) {
            return new Malformed("Send one Authorization");
        }
        if (authorization.isEmpty() || !isBearer(authorization.get(0))) {
            return new Absent();
        }
        String token =
                (authorization.get(0) + " ").substring(Syntax.SCHEME.length()).strip();
        return token.length() <= MOST_CHARACTERS && Syntax.TOKEN.matcher(token).matches()
                ? new Given(token)
                : new Malformed("What follows Bearer is no token");
    }

    private static boolean isBearer(String authorization) {
        return (authorization + " ").toLowerCase(Locale.ROOT).startsWith(Syntax.SCHEME);
    }

    /** How it is written. */
    final class Syntax {
        private static final String SCHEME = "bearer ";
        private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
        private static final Pattern IN_QUERY = Pattern.compile("(?i)(^|&)access_token=");

        private Syntax() {}
    }
}
