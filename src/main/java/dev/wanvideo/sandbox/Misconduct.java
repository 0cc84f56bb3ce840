package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.EmulatedWire.Trouble;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one provider answers while a fault is at work. */
final class Misconduct {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String RETRY_SECONDS = "2";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>";

    private final EmulatedWire wire;
    private final String elsewhere;

    /** @param elsewhere where a redirect leads */
    Misconduct(EmulatedWire wire, String elsewhere) {
        this.wire = wire;
        this.elsewhere = elsewhere;
    }

    /** What is said instead of doing anything. */
    Delivery refusal(Fault fault) {
        return switch (fault) {
            case RESET -> new Delivery.HangUp();
            case RATE_LIMIT -> limited(Map.of(RETRY_AFTER, RETRY_SECONDS));
            case RATE_LIMIT_SILENT -> limited(Map.of());
            case UNAUTHORIZED -> trouble(Trouble.UNAUTHORIZED, "This API key is not valid.");
            case NO_CREDIT -> trouble(Trouble.NO_CREDIT, "This account has no credit left.");
            case UNAVAILABLE -> trouble(Trouble.UNAVAILABLE, "The service is overloaded; nothing was accepted.");
            case REDIRECT -> whole(307, Map.of("Location", elsewhere), "");
            case CONTENT_AT_CREATE ->
                trouble(Trouble.CONTENT_REFUSED, "The prompt or a picture violates the content policy.");
            case BILL_THEN_DROP,
                    ERROR_AFTER_BILLING,
                    CUT,
                    HANG,
                    MALFORMED,
                    HTML,
                    HTML_502,
                    HUGE,
                    SLOW,
                    CONTENT_AT_POLL,
                    UNKNOWN_STATUS,
                    UNKNOWN_STATUS_FOR_EVER,
                    VANISH,
                    GONE,
                    LINK_EXPIRED,
                    TRUNCATED_FILM -> throw new IllegalArgumentException(fault + " refuses nothing");
        };
    }

    /** What is said after everything was done as it should be. */
    Delivery answer(Fault fault, EmulatedAnswer honest) {
        return switch (fault) {
            case BILL_THEN_DROP -> new Delivery.HangUp();
            case ERROR_AFTER_BILLING -> trouble(Trouble.INTERNAL, "Something went wrong on our side.");
            case CUT -> new Delivery.Half(honest);
            case HANG -> new Delivery.Silence();
            case MALFORMED -> whole(honest.status(), honest.headers(), half(honest.json()));
            case HTML -> whole(honest.status(), Map.of("Content-Type", "text/html"), PAGE);
            case HTML_502 -> whole(502, Map.of("Content-Type", "text/html"), PAGE);
            case HUGE -> new Delivery.Flood();
            case RESET,
                    RATE_LIMIT,
                    RATE_LIMIT_SILENT,
                    UNAUTHORIZED,
                    NO_CREDIT,
                    UNAVAILABLE,
                    REDIRECT,
                    CONTENT_AT_CREATE,
                    SLOW,
                    CONTENT_AT_POLL,
                    UNKNOWN_STATUS,
                    UNKNOWN_STATUS_FOR_EVER,
                    VANISH,
                    GONE,
                    LINK_EXPIRED,
                    TRUNCATED_FILM -> throw new IllegalArgumentException(fault + " spoils no answer");
        };
    }

    private Delivery limited(Map<String, String> more) {
        EmulatedAnswer answer = wire.trouble(Trouble.RATE_LIMITED, "Too many requests.");
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.keySet().removeIf(RETRY_AFTER::equalsIgnoreCase);
        headers.putAll(more);
        return whole(answer.status(), headers, answer.json());
    }

    private Delivery trouble(Trouble trouble, String message) {
        return new Delivery.Whole(wire.trouble(trouble, message));
    }

    private static Delivery whole(int status, Map<String, String> headers, String body) {
        return new Delivery.Whole(new EmulatedAnswer(status, headers, body, Optional.empty()));
    }

    private static String half(String json) {
        return json.length() < 2 ? "{\"data\":" : json.substring(0, json.length() / 2);
    }
}
