package dev.wanvideo.mcp;

import dev.wanvideo.video.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of arguments while it is read: forgiving where the meaning is plain, and noting everything that is
 * wrong instead of stopping at the first thing. Null and blank text count as absent.
 */
final class Arguments {
    private static final Pattern SECRET =
            Pattern.compile("key|token|secret|passw|auth|credential", Pattern.CASE_INSENSITIVE);

    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000);
    private static final int FINEST_MONEY = 9;

    private final Map<String, Object> given;
    private final String path;
    private final List<Violation> violations;
    private final Set<String> known = new LinkedHashSet<>();

    private Arguments(Map<String, Object> given, String path, List<Violation> violations) {
        this.given = given;
        this.path = path;
        this.violations = violations;
    }

    /** The arguments of a call, which a client may leave out. */
    static Arguments of(@Nullable Map<String, Object> given) {
        return new Arguments(given == null ? Map.of() : given, "", new ArrayList<>());
    }

    /** An object within these arguments, e.g. at {@code references[0]}; its violations count here too. */
    Arguments within(String place, Map<String, Object> object) {
        return new Arguments(object, path + place + ".", violations);
    }

    /** Whether anything is said under this name. */
    boolean says(String name) {
        return !Coercion.silent(given.get(name));
    }

    Optional<String> text(String name) {
        return value(name)
                .flatMap(value -> value instanceof String text ? Optional.of(text) : wrong(name, value, "text"));
    }

    /** A text of at most so many characters. */
    Optional<String> text(String name, int max) {
        return text(name).filter(text -> {
            int length = text.codePointCount(0, text.length());
            if (length > max) {
                violate(name, length + " characters", "at most " + max + " characters");
            }
            return length <= max;
        });
    }

    /** A caller's own key: a number is one too, and blanks around it mean nothing. */
    Optional<String> key(String name, int max) {
        if (given.get(name) instanceof Number number) {
            value(name);
            return Optional.of(number.toString());
        }
        return text(name, max).map(String::strip);
    }

    /** A text that must be there. */
    Optional<String> required(String name, String limit) {
        Optional<String> text = text(name);
        if (!says(name)) {
            violate(name, "missing", limit);
        }
        return text;
    }

    Optional<Long> wholeNumber(String name, String limit) {
        return value(name).flatMap(value -> Coercion.wholeNumber(value).or(() -> wrong(name, value, limit)));
    }

    /** A whole number from {@code min} to {@code max}, or the usual one. */
    int within(String name, int min, int max, int usual) {
        String limit = min + "-" + max;
        long number = wholeNumber(name, limit).orElse((long) usual);
        if (number < min || number > max) {
            violate(name, number, limit);
            return usual;
        }
        return (int) number;
    }

    /** An amount of money in dollars. */
    Optional<BigDecimal> amount(String name) {
        String limit = "0-" + MOST_MONEY;
        return value(name)
                .flatMap(value -> Coercion.number(value).filter(Arguments::sane).or(() -> wrong(name, value, limit)));
    }

    Optional<Boolean> flag(String name) {
        return value(name).flatMap(value -> Coercion.flag(value).or(() -> wrong(name, value, "true or false")));
    }

    /** One of a few words, whatever its case. */
    <T> Optional<T> choice(String name, List<T> values, Function<T, String> word) {
        return choice(name, values, word, Function.identity());
    }

    /** One of a few words, whatever its case, after other spellings were brought to them. */
    <T> Optional<T> choice(String name, List<T> values, Function<T, String> word, Function<String, String> spelling) {
        String limit = values.stream().map(word).collect(Collectors.joining(", "));
        return value(name).flatMap(value -> {
            String said = spelling.apply(value.toString().strip().toLowerCase(Locale.ROOT));
            return values.stream()
                    .filter(one -> word.apply(one).equals(said))
                    .findFirst()
                    .or(() -> wrong(name, value, limit));
        });
    }

    /** A list, or the single thing that stands for a list of one; empty when absent. */
    List<Object> list(String name) {
        Object value = value(name).map(Coercion::unwrapped).orElse(List.of());
        if (value instanceof List<?> list) {
            // An entry that says nothing keeps its place, since entries are counted.
            return list.stream()
                    .<Object>map(entry -> entry == null ? Map.of() : entry)
                    .toList();
        }
        return List.of(value);
    }

    /** Notes every argument that nobody has asked for, with the name that was probably meant. */
    void refuseUnknown() {
        given.forEach((name, value) -> {
            if (!known.contains(name) && value != null) {
                violate(name, SECRET.matcher(name).find() ? "(not shown)" : Coercion.shown(value), unknown(name));
            }
        });
    }

    void violate(String name, Object value, String limit) {
        violations.add(Violation.of(path + name, value, limit));
    }

    /** What was wrong so far, in reading order. */
    List<Violation> violations() {
        return List.copyOf(violations);
    }

    private String unknown(String name) {
        return "nothing of this name; "
                + NearestName.of(name, known)
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElseGet(() -> "known: " + String.join(", ", known));
    }

    /** Not below nothing, and not so long that it could not be printed. */
    private static boolean sane(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(MOST_MONEY) <= 0 && amount.scale() <= FINEST_MONEY;
    }

    private Optional<Object> value(String name) {
        known.add(name);
        return Optional.ofNullable(given.get(name)).filter(value -> !Coercion.silent(value));
    }

    private <T> Optional<T> wrong(String name, Object value, String limit) {
        violate(name, Coercion.shown(value), limit);
        return Optional.empty();
    }
}
