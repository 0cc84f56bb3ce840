package dev.wanvideo.video;

import java.util.Locale;

/** What kind of trouble a call met; the wire word is the name in lower case. */
public enum Category {
    INVALID_REQUEST,
    UNSUPPORTED,
    UNAUTHORIZED,
    INSUFFICIENT_FUNDS,
    OVER_BUDGET,
    CONTENT_REFUSED,
    RATE_LIMITED,
    NOT_FOUND,
    UNAVAILABLE,
    TIMEOUT,
    OUTCOME_UNKNOWN,
    PROTOCOL;

    /** The word that results and stored rows carry, e.g. {@code invalid_request}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The category for a stored word. */
    public static Category of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
