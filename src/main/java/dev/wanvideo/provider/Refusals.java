package dev.wanvideo.provider;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Refusal;
import dev.wanvideo.video.RequestCheck;
import dev.wanvideo.video.Violation;
import dev.wanvideo.video.Wan27;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says why nobody makes a film. */
final class Refusals {
    private Refusals() {}

    /** No provider has this id; what the model itself would not accept is told in the same breath. */
    static PlanOutcome unknownProvider(Pick pick, Catalogue catalogue, ReferenceVideoRequest request) {
        List<Violation> violations = new ArrayList<>(RequestCheck.violations(request, Wan27.ALL));
        String known = Wish.AUTO + ", " + String.join(", ", catalogue.ids());
        Violation unknown = Violation.of("provider", pick.id(), known);
        violations.add(unknown);
        String message =
                "There is no provider " + unknown.value() + " (" + pick.reason() + "); choose one of: " + known + ".";
        return new PlanOutcome.Rejected(new Refusal(Category.INVALID_REQUEST, message, violations), List.of());
    }

    /** None of these can make the film. */
    static PlanOutcome of(List<Candidate> candidates, List<Considered> considered) {
        List<Violation> violations = candidates.stream()
                .flatMap(c -> c.violations().stream())
                .distinct()
                .toList();
        Refusal refusal =
                new Refusal(category(candidates), message(candidates), RequestCheck.inArgumentOrder(violations));
        return new PlanOutcome.Rejected(refusal, considered);
    }

    private static Category category(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return Category.UNAVAILABLE;
        }
        if (candidates.stream().noneMatch(Candidate::configured)) {
            return Category.UNAUTHORIZED;
        }
        boolean tooDear = candidates.stream().anyMatch(c -> c.objection().isPresent());
        return tooDear ? Category.OVER_BUDGET : Category.INVALID_REQUEST;
    }

    private static String message(List<Candidate> candidates) {
        if (candidates.size() > 1
                && candidates.stream().noneMatch(c -> c.violations().isEmpty())) {
            return "None of " + candidates.stream().map(Candidate::id).collect(Collectors.joining(", "))
                    + " accepts this request as it stands.";
        }
        return candidates.isEmpty()
                ? "This server has no provider."
                : candidates.stream().map(Refusals::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(Candidate candidate) {
        if (!candidate.configured() || candidate.violations().isEmpty()) {
            return candidate.id() + ": " + String.join("; ", candidate.obstacles()) + ".";
        }
        return candidate.id() + " does not accept this request as it stands: " + candidate.fields() + ".";
    }
}
