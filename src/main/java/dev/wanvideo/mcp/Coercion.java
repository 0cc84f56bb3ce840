package dev.wanvideo.mcp;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads values as clients send them: lists and objects as JSON text, numbers and flags as strings. */
final class Coercion {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_NUMBER = 40;
    private static final int EXCERPT = 100;

    private Coercion() {}

    /** Whether a value says nothing: absent, null or a blank text. */
    static boolean silent(@Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    /** The list or object that a text holds as JSON; any other value as it is. */
    static Object unwrapped(Object value) {
        if (value instanceof String text && looksLikeJson(text.strip())) {
            return parsed(text.strip()).orElse(value);
        }
        return value;
    }

    /** Whether a text is meant to be JSON. */
    static boolean looksLikeJson(String text) {
        return text.startsWith("[") || text.startsWith("{");
    }

    static Optional<Boolean> flag(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        String word = value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "";
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<BigDecimal> number(Object value) {
        if (!(value instanceof Number || value instanceof String)) {
            return Optional.empty();
        }
        String text = value.toString().strip();
        try {
            return text.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> wholeNumber(Object value) {
        try {
            return number(value).map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** How a value is shown in a violation. */
    static String shown(Object value) {
        return value instanceof Map || value instanceof List ? JSON.writeValueAsString(value) : value.toString();
    }

    /** The beginning of a text, in one line. */
    static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        boolean whole = line.codePointCount(0, line.length()) <= EXCERPT;
        return whole ? line : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    private static Optional<Object> parsed(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Object.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
