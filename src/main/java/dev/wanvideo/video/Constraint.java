package dev.wanvideo.video;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One limit of a model or a host, as data: what it is about, what it allows, and where that was read. */
public sealed interface Constraint
        permits CastConstraint,
                Constraint.TextLength,
                Constraint.PromptLength,
                Constraint.NumberRange,
                Constraint.Numbers,
                Constraint.Choice,
                Constraint.Absent {
    /** The argument it limits. */
    Field field();

    /** Where the limit was read. */
    Source source();

    /** What is allowed, in words, e.g. {@code 2-15 whole seconds}. */
    String limit();

    /** Every way in which the request breaks this limit. */
    List<Violation> check(ReferenceVideoRequest request);

    /** The same, with what is known about the media; limits that are not about media need nothing of it. */
    default List<Violation> check(ReferenceVideoRequest request, MediaFindings findings) {
        return check(request);
    }

    private static String clamped(long wanted, long min, long max) {
        return String.valueOf(Math.max(min, Math.min(max, wanted)));
    }

    private static String shorter(long length, long max) {
        return length - max + (length - max == 1 ? " character" : " characters") + " fewer";
    }

    /** A text of {@code min} to {@code max} Unicode code points. */
    record TextLength(Field field, int min, int max, Source source) implements Constraint {
        @Override
        public String limit() {
            return min + "-" + max + " characters";
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            String text = field.in(request).map(Object::toString).orElse("");
            int length = text.codePointCount(0, text.length());
            boolean absent = field.in(request).isEmpty();
            return absent || length >= min && length <= max
                    ? List.of()
                    : List.of(Violation.near(
                            field.word(), length + " characters", limit(), length > max ? shorter(length, max) : ""));
        }
    }

    /** The prompt as a host receives it, with its own names for the references. */
    record PromptLength(Dialect dialect, int max, Source source) implements Constraint {
        @Override
        public Field field() {
            return Field.PROMPT;
        }

        @Override
        public String limit() {
            return "1-" + max + " characters as sent";
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            String text = request.prompt().length() > max * 4 ? request.prompt() : dialect.render(request);
            int length = text.codePointCount(0, text.length());
            return length <= max
                    ? List.of()
                    : List.of(Violation.near(field().word(), length + " characters", limit(), shorter(length, max)));
        }
    }

    /** A whole number from {@code min} to {@code max}. */
    record NumberRange(Field field, long min, long max, String unit, Source source) implements Constraint {
        @Override
        public String limit() {
            return min + "-" + max + unit;
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            return field.in(request)
                    .map(Long.class::cast)
                    .filter(n -> n < min || n > max)
                    .map(n -> List.of(Violation.near(field.word(), n, limit(), clamped(n, min, max))))
                    .orElse(List.of());
        }
    }

    /** One of a few whole numbers. */
    record Numbers(Field field, List<Long> allowed, String unit, Source source) implements Constraint {
        public Numbers {
            allowed = List.copyOf(allowed);
        }

        private String closest(long wanted) {
            return String.valueOf(allowed.stream()
                    .min(Comparator.comparingLong(n -> Math.abs(n - wanted)))
                    .orElseThrow());
        }

        @Override
        public String limit() {
            return allowed.stream().map(String::valueOf).collect(Collectors.joining(", ")) + unit;
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            return field.in(request)
                    .map(Long.class::cast)
                    .filter(n -> !allowed.contains(n))
                    .map(n -> List.of(Violation.near(field.word(), n, limit(), closest(n))))
                    .orElse(List.of());
        }
    }

    /** One of a few words. */
    record Choice(Field field, List<String> words, Source source) implements Constraint {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String limit() {
            return String.join(", ", words);
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            return field.in(request)
                    .map(Object::toString)
                    .filter(word -> !words.contains(word))
                    .map(word ->
                            List.of(Violation.near(field.word(), word, limit(), words.size() == 1 ? words.get(0) : "")))
                    .orElse(List.of());
        }
    }

    /** An argument that a host does not have: any value, even one that asks for nothing, rules the host out. */
    record Absent(Field field, String why, Source source) implements Constraint {
        @Override
        public String limit() {
            return "not set: " + why;
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            return field.in(request)
                    .map(Absent::shown)
                    .map(value -> List.of(Violation.of(field.word(), value, limit())))
                    .orElse(List.of());
        }

        private static Object shown(Object value) {
            return value instanceof MediaSource media ? media.text() : value;
        }
    }
}
