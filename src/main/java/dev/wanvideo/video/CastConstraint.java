package dev.wanvideo.video;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A limit on who and what is shown to the model: how many references and voices, and what each file must be. */
public sealed interface CastConstraint extends Constraint {
    private static String fewer(long count, long max) {
        return "leave out " + (count - max);
    }

    /** How many references there may be, of one kind or in all. */
    record ReferenceCount(Optional<MediaKind> kind, int min, int max, Source source) implements CastConstraint {
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
    record MediaCount(int max, Source source) implements CastConstraint {
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
    record VoiceCount(int max, String why, Source source) implements CastConstraint {
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
    record DurationWithVideo(int min, int max, Source source) implements CastConstraint {
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
                    : List.of(Violation.near(
                            field().word(), seconds, limit(), String.valueOf(Math.max(min, Math.min(max, seconds)))));
        }
    }

    /**
     * What media of one kind must be; judged by what is known about them, so nothing is said about what nobody looked at.
     *
     * @param types MIME types by content
     * @param sides from and to, in pixels, of each side
     * @param steepest how many times as long as the shorter side the longer may be
     * @param seconds from and to
     * @param transparency whether a picture may have an alpha channel
     */
    record Media(
            MediaKind kind,
            List<String> types,
            int megabytes,
            Optional<Range> sides,
            Optional<Integer> steepest,
            Optional<Range> seconds,
            boolean transparency,
            Source source)
            implements CastConstraint {
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
}
