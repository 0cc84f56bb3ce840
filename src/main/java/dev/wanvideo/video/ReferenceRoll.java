package dev.wanvideo.video;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The references of a request by everything a prompt may call them; indices are 0-based, numbers 1-based. */
record ReferenceRoll(List<Reference> references) {
    /** Names that fold alike are the same name. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** The reference with this name. */
    Optional<Integer> named(String name) {
        String wanted = folded(name);
        return indices()
                .filter(i -> references
                        .get(i)
                        .name()
                        .map(ReferenceRoll::folded)
                        .filter(wanted::equals)
                        .isPresent())
                .boxed()
                .findFirst();
    }

    /** The longest name that begins a run of letters and may end inside it. */
    Optional<String> nameBeginning(String run) {
        return references.stream()
                .flatMap(r -> r.name().stream())
                .filter(name -> run.regionMatches(true, 0, name, 0, name.length()))
                .filter(name -> Spelling.mayEnd(run, name.length()))
                .max(Comparator.comparingInt(String::length))
                .map(name -> run.substring(0, name.length()));
    }

    /** The reference with this number among those of a kind, or among all when no kind is given. */
    Optional<Integer> numbered(Optional<MediaKind> kind, int number) {
        return indices()
                .filter(i -> kind.isEmpty() || kind.get() == references.get(i).kind())
                .boxed()
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .filter(i -> number > 0);
    }

    /** How many references are of a kind. */
    long count(MediaKind kind) {
        return references.stream().filter(r -> r.kind() == kind).count();
    }

    /** Every name with its sign, e.g. {@code @anna, @bob}; empty when no reference has one. */
    String names() {
        return references.stream()
                .flatMap(r -> r.name().stream())
                .map(name -> "@" + name)
                .collect(Collectors.joining(", "));
    }

    /** Every number, e.g. {@code Image 1, Image 2, Video 1}. */
    String numbers() {
        return indices().mapToObj(this::number).collect(Collectors.joining(", "));
    }

    /** What to write for a reference, e.g. {@code Image 2}. */
    String number(int index) {
        MediaKind kind = references.get(index).kind();
        String word = kind == MediaKind.VIDEO ? "Video " : "Image ";
        return word + new ReferenceRoll(references.subList(0, index + 1)).count(kind);
    }

    IntStream indices() {
        return IntStream.range(0, references.size());
    }
}
