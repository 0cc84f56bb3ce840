package dev.wanvideo.video;

import java.util.List;
import java.util.Optional;

/** One limit of a model or a host, as data: what it is about, what it allows, and where that was read. */
public sealed interface Constraint {
    /** The argument it limits. */
    Field field();

    /** Where the limit was read. */
    Source source();

    /** What is allowed, in words, e.g. {@code 2-15 whole seconds}. */
    String limit();

    /** Every way in which the request breaks this limit. */
    List<Violation> check(ReferenceVideoRequest request);

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
                    : List.of(Violation.of(field.word(), length + " characters", limit()));
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
                    .map(n -> List.of(Violation.of(field.word(), n, limit())))
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
                    .map(word -> List.of(Violation.of(field.word(), word, limit())))
                    .orElse(List.of());
        }
    }

    /** How many references there may be, of one kind or in all. */
    record ReferenceCount(Optional<MediaKind> kind, int min, int max, Source source) implements Constraint {
        @Override
        public Field field() {
            return Field.REFERENCES;
        }

        @Override
        public String limit() {
            return min + "-" + max
                    + kind.map(k -> k == MediaKind.VIDEO ? " videos" : " images")
                            .orElse(" references");
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            long count =
                    kind.map(request::count).orElse((long) request.references().size());
            return count >= min && count <= max
                    ? List.of()
                    : List.of(Violation.of(field().word(), count + " given", limit()));
        }
    }

    /** A tighter length for films that have a clip among their references. */
    record DurationWithVideo(int min, int max, Source source) implements Constraint {
        @Override
        public Field field() {
            return Field.DURATION;
        }

        @Override
        public String limit() {
            return min + "-" + max + " whole seconds when a reference is a video";
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            long seconds = request.format().seconds();
            boolean within = seconds >= min && seconds <= max;
            return request.count(MediaKind.VIDEO) == 0 || within
                    ? List.of()
                    : List.of(Violation.of(field().word(), seconds, limit()));
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
