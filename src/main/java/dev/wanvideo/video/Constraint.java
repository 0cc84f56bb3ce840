package dev.wanvideo.video;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    private static String fewer(long count, long max) {
        return "leave out " + (count - max);
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
                    : List.of(Violation.near(
                            field().word(), count + " given", limit(), count > max ? fewer(count, max) : ""));
        }
    }

    /** How many pictures, clips and start image there may be together. */
    record MediaCount(int max, Source source) implements Constraint {
        @Override
        public Field field() {
            return Field.REFERENCES;
        }

        @Override
        public String limit() {
            return "at most " + max + " references and start image together";
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            int count = request.references().size() + (request.startImage().isPresent() ? 1 : 0);
            return request.startImage().isEmpty() || count <= max
                    ? List.of()
                    : List.of(Violation.near(field().word(), count + " with start_image", limit(), fewer(count, max)));
        }
    }

    /** How many references may have a voice of their own. */
    record VoiceCount(int max, String why, Source source) implements Constraint {
        @Override
        public Field field() {
            return Field.REFERENCES;
        }

        @Override
        public String limit() {
            return (max == 0 ? "not set" : "at most " + max + (max == 1 ? " voice" : " voices")) + ": " + why;
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            List<Reference> references = request.references();
            return IntStream.range(0, references.size())
                    .filter(i -> references.get(i).voice().isPresent())
                    .skip(max)
                    .mapToObj(i -> Violation.of(
                            field().word() + "[" + i + "].voice",
                            references.get(i).voice().orElseThrow().text(),
                            limit()))
                    .toList();
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
                    : List.of(Violation.near(field().word(), seconds, limit(), clamped(seconds, min, max)));
        }
    }

    /**
     * Kinds of media that a host fetches itself, so that a file on this machine would not reach it.
     *
     * @param kinds of which only addresses are taken
     */
    record AddressesOnly(Set<MediaKind> kinds, Source source) implements Constraint {
        public AddressesOnly {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public Field field() {
            return Field.REFERENCES;
        }

        @Override
        public String limit() {
            return "a public https address, no local file";
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            return RequestMedia.of(request).stream()
                    .filter(media -> kinds.contains(media.kind()))
                    .filter(media -> media.source() instanceof MediaSource.Local)
                    .map(media -> Violation.of(media.field(), media.source().text(), limit()))
                    .toList();
        }
    }

    /**
     * What media of one kind must be; judged by what is known about them, so nothing is said about what nobody looked at.
     *
     * @param types MIME types by content
     * @param sides from and to, in pixels, of each side
     * @param seconds from and to
     * @param transparency whether a picture may have an alpha channel
     */
    record Media(
            MediaKind kind,
            List<String> types,
            int megabytes,
            Optional<Range> sides,
            Optional<Range> seconds,
            boolean transparency,
            Source source)
            implements Constraint {
        public Media {
            types = List.copyOf(types);
        }

        @Override
        public Field field() {
            return Field.REFERENCES;
        }

        @Override
        public String limit() {
            return MediaRules.words(this);
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request) {
            return List.of();
        }

        @Override
        public List<Violation> check(ReferenceVideoRequest request, MediaFindings findings) {
            return RequestMedia.of(request).stream()
                    .filter(media -> media.kind() == kind)
                    .flatMap(media -> findings.of(media.source()).stream()
                            .flatMap(facts -> MediaRules.objection(this, facts).stream())
                            .map(told -> Violation.of(media.field(), told, limit())))
                    .toList();
        }
    }

    /** From and to, both included. */
    record Range(int from, int to) {
        /** Whether a measure lies within. */
        public boolean holds(double value) {
            return value >= from && value <= to;
        }

        @Override
        public String toString() {
            return from + "-" + to;
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
