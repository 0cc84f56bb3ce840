package dev.wanvideo.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Holds a whole request against limits, and tells everything that is wrong with it at once. */
public final class RequestCheck {
    // A prompt many times over any limit is refused for its length; reading it would only take time.
    private static final int LONGEST_READ = 50_000;

    private RequestCheck() {}

    /**
     * Every violation, in the order of the arguments: of these constraints, of the rules for names and roles, and of
     * the prompt's mentions.
     */
    public static List<Violation> violations(ReferenceVideoRequest request, List<Constraint> constraints) {
        List<Violation> found = new ArrayList<>(ofConstraints(request, constraints));
        found.addAll(structural(request));
        return inArgumentOrder(found);
    }

    /** The same violations, sorted as the tool lists its arguments. */
    public static List<Violation> inArgumentOrder(List<Violation> violations) {
        return violations.stream()
                .sorted(Comparator.comparingInt(RequestCheck::position))
                .toList();
    }

    /** What breaks these constraints alone. */
    public static List<Violation> ofConstraints(ReferenceVideoRequest request, List<Constraint> constraints) {
        return ofConstraints(request, MediaFindings.NONE, constraints);
    }

    /** What breaks these constraints alone, with what is known about the media. */
    public static List<Violation> ofConstraints(
            ReferenceVideoRequest request, MediaFindings findings, List<Constraint> constraints) {
        return constraints.stream()
                .flatMap(constraint -> constraint.check(request, findings).stream())
                .distinct()
                .toList();
    }

    /** What no provider could accept, whatever its limits. */
    public static List<Violation> structural(ReferenceVideoRequest request) {
        List<Violation> found = new ArrayList<>();
        if (!request.prompt().isEmpty() && request.prompt().isBlank()) {
            found.add(Violation.of(Field.PROMPT.word(), "blank", "words that say what happens"));
        }
        if (request.prompt().length() <= LONGEST_READ) {
            found.addAll(Prompt.read(request.prompt(), request.references()).violations());
        }
        found.addAll(new ReferenceRules(request.references()).violations());
        return found;
    }

    private static int position(Violation violation) {
        String argument = violation.field().split("[\\[.]", 2)[0];
        return Arrays.stream(Field.values())
                .filter(field -> field.word().equals(argument))
                .findFirst()
                .map(Field::ordinal)
                .orElse(Field.values().length);
    }
}
