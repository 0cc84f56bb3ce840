package dev.wanvideo.video;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules that references keep among themselves, whoever makes the film. */
record ReferenceRules(List<Reference> references) {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]{0,31}");
    private static final String NAME_LIMIT = "a letter and up to 31 more letters, digits, _ or -";

    List<Violation> violations() {
        return IntStream.range(0, references.size())
                .boxed()
                .flatMap(i -> Stream.<IntFunction<Optional<Violation>>>of(this::shape, this::twin, this::storyboard)
                        .flatMap(rule -> rule.apply(i).stream()))
                .toList();
    }

    private Optional<Violation> shape(int index) {
        return name(index)
                .filter(name -> !NAME.matcher(name).matches())
                .map(name -> Violation.of(path(index, "name"), name, NAME_LIMIT));
    }

    private Optional<Violation> twin(int index) {
        return name(index)
                .flatMap(name -> earlier(index)
                        .filter(i -> name(i).filter(n -> same(n, name)).isPresent())
                        .findFirst()
                        .map(i -> Violation.of(
                                path(index, "name"), name, "a name of its own; " + path(i, "name") + " has this one")));
    }

    private Optional<Violation> storyboard(int index) {
        Reference reference = references.get(index);
        boolean first = earlier(index).noneMatch(i -> references.get(i).role() == Role.STORYBOARD);
        boolean fits = reference.role() != Role.STORYBOARD || first && reference.kind() == MediaKind.IMAGE;
        return fits
                ? Optional.empty()
                : Optional.of(
                        Violation.of(path(index, "role"), Role.STORYBOARD.word(), "storyboard for one image only"));
    }

    private Optional<String> name(int index) {
        return references.get(index).name();
    }

    private static boolean same(String one, String other) {
        return ReferenceRoll.folded(one).equals(ReferenceRoll.folded(other));
    }

    private static Stream<Integer> earlier(int index) {
        return IntStream.range(0, index).boxed();
    }

    private static String path(int index, String part) {
        return Field.REFERENCES.word() + "[" + index + "]." + part;
    }
}
