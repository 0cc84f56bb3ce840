package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.PlanOutcome;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.Situation;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.RequestCheck;
import dev.wanvideo.video.Violation;
import dev.wanvideo.video.Wan27;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds everything that is wrong with a request at once: in its arguments, its rules, its media, its provider. */
final class Examiner {
    private final Planner planner;
    private final Function<Principal, ReferenceFiles> files;
    private final Function<Principal, Optional<BigDecimal>> budgetLeftUsd;

    Examiner(Studio studio) {
        this.planner = studio.planner();
        this.files = studio.references();
        this.budgetLeftUsd = studio.spending().budgetLeftUsd();
    }

    Exam examine(Arguments in, CreateArguments asked, Principal principal) throws InterruptedException {
        MediaLooks looks = MediaLooks.at(asked.request(), files.apply(principal));
        Situation situation = new Situation(looks.findings(), budgetLeftUsd.apply(principal), Map.of());
        Optional<PlanOutcome> planned = asked.castIsWhole()
                ? Optional.of(planner.plan(asked.request(), asked.wish(), situation))
                : Optional.empty();
        List<Violation> ruled = withNew(withNew(in.violations(), unplanned(planned)), rules(asked));
        if (in.violations().isEmpty() && looks.violations().isEmpty() && planned.isPresent()) {
            return outcome(planned.get(), ruled, looks);
        }
        Category category = ruled.isEmpty() ? looks.category() : Category.INVALID_REQUEST;
        return new Exam.Failed(Refusals.refused(category, withNew(ruled, looks.violations())), List.of());
    }

    private static Exam outcome(PlanOutcome planned, List<Violation> ruled, MediaLooks looks) {
        if (planned instanceof PlanOutcome.Rejected rejected) {
            return new Exam.Failed(rejected.refusal(), rejected.considered());
        }
        if (!ruled.isEmpty()) {
            return new Exam.Failed(Refusals.refused(Category.INVALID_REQUEST, ruled), List.of());
        }
        Plan plan = ((PlanOutcome.Planned) planned).plan();
        List<String> all = Stream.concat(plan.warnings().stream(), looks.warnings().stream())
                .distinct()
                .toList();
        return new Exam.Passed(plan, all, looks.findings());
    }

    /** The rules of the model; of a cast that could not be read in full, only its number is judged. */
    private static List<Violation> rules(CreateArguments asked) {
        List<Violation> broken = RequestCheck.violations(asked.request(), Wan27.ALL);
        if (asked.castIsWhole()) {
            return broken;
        }
        List<Violation> kept = new ArrayList<>(Wan27.ALL.stream()
                .filter(limit -> limit != Wan27.REFERENCES)
                .flatMap(limit -> limit.check(asked.request()).stream())
                .toList());
        if (asked.cast() > Wan27.REFERENCES.max()) {
            kept.add(Violation.of("references", asked.cast() + " given", Wan27.REFERENCES.limit()));
        }
        return kept;
    }

    private static List<Violation> unplanned(Optional<PlanOutcome> planned) {
        return planned.map(outcome -> outcome instanceof PlanOutcome.Rejected rejected
                        ? rejected.refusal().violations()
                        : List.<Violation>of())
                .orElse(List.of());
    }

    /** Adds what is new: a field that was found wrong once is not judged a second time. */
    private static List<Violation> withNew(List<Violation> violations, List<Violation> found) {
        Set<String> named = violations.stream().map(Violation::field).collect(Collectors.toSet());
        return Stream.concat(
                        violations.stream(), found.stream().filter(violation -> !named.contains(violation.field())))
                .toList();
    }
}
