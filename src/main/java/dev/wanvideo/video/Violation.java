package dev.wanvideo.video;

import java.util.List;

/**
 * One rule that a request breaks.
 *
 * @param field argument path as the caller wrote it, e.g. {@code references[1].image}; shortened like the rest
 * @param value what was given, shortened for reading; never a secret
 * @param limit what would be accepted, e.g. {@code 2-15 whole seconds}
 * @param providers ids of the providers that would take the value as it is; empty when none would
 */
public record Violation(String field, String value, String limit, List<String> providers) {
    private static final int LONGEST_VALUE = 120;
    // A limit may name what the caller wrote elsewhere, such as the names of references.
    private static final int LONGEST_LIMIT = 600;

    public Violation {
        field = shortened(field, LONGEST_VALUE);
        value = shortened(value, LONGEST_VALUE);
        limit = shortened(limit, LONGEST_LIMIT);
        providers = List.copyOf(providers);
    }

    /** A violation that no provider would accept. */
    public static Violation of(String field, Object value, String limit) {
        return new Violation(field, String.valueOf(value), limit, List.of());
    }

    /**
     * The same, with the nearest value that would pass.
     *
     * @param nearest that value, or what to do, e.g. {@code leave it out}; blank when there is none
     */
    public static Violation near(String field, Object value, String limit, String nearest) {
        return of(field, value, nearest.isBlank() ? limit : limit + "; nearest: " + nearest);
    }

    /** {@code duration is 16; allowed: 2-15 whole seconds}. */
    public String sentence() {
        return field + " is " + value + "; allowed: " + limit;
    }

    private static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
