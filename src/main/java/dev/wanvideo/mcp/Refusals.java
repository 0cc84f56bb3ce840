package dev.wanvideo.mcp;

import dev.wanvideo.provider.Considered;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.Refusal;
import dev.wanvideo.video.Violation;
import java.util.List;
import java.util.Map;

/** Answers that say no: what is wrong, that it cost nothing, and what to do. */
final class Refusals {
    private static final int MOST_SHOWN = 20;

    private Refusals() {}

    static Answer of(Category category, String message) {
        return of(Refusal.of(category, message));
    }

    static Answer of(Refusal refusal) {
        return of(refusal, nextStep(refusal), List.of());
    }

    static Answer of(Refusal refusal, String nextStep) {
        return of(refusal, nextStep, List.of());
    }

    /** A refusal by the planner, with what it looked at. */
    static Answer of(Refusal refusal, List<Considered> considered) {
        return of(refusal, nextStep(refusal), considered);
    }

    /** A refusal of arguments, all of what is wrong with them at once. */
    static Answer of(List<Violation> violations) {
        return of(refused(Category.INVALID_REQUEST, violations));
    }

    static Refusal refused(Category category, List<Violation> violations) {
        String message = violations.size() == 1
                ? violations.get(0).sentence() + "."
                : violations.size() + " arguments cannot be taken.";
        return new Refusal(category, message, violations);
    }

    /** Trouble with a call that concerns films which are there: it says nothing about what those cost. */
    static Answer standing(Category category, String message) {
        String told = message + " This call cost nothing, and the films stand as they stood.";
        String nextStep = NextStep.after(category);
        Facts facts = new Facts().put("error", error(category, told, List.of())).put("next_step", nextStep);
        return Answer.failed(category.word() + ": " + told + "\nNext: " + nextStep, facts.map());
    }

    private static String nextStep(Refusal refusal) {
        boolean missingFile = refusal.category() == Category.NOT_FOUND
                && !refusal.violations().isEmpty();
        return NextStep.after(missingFile ? Category.INVALID_REQUEST : refusal.category());
    }

    private static Answer of(Refusal refusal, String nextStep, List<Considered> considered) {
        String message = costingNothing(refusal.message());
        List<Violation> shown = refusal.violations().stream().limit(MOST_SHOWN).toList();
        Facts facts = new Facts()
                .put("cost", Map.of("charged", Charged.NO.word()))
                .put("error", error(refusal.category(), message, shown))
                .put("next_step", nextStep);
        if (!considered.isEmpty()) {
            facts.put("plan", PlanView.choice(considered));
        }
        return Answer.failed(text(refusal, message, shown, considered, nextStep), facts.map());
    }

    private static Map<String, Object> error(Category category, String message, List<Violation> violations) {
        return new Facts()
                .put("category", category.word())
                .put("message", message)
                .putSome("violations", violations.stream().map(Refusals::facts).toList())
                .map();
    }

    private static Map<String, Object> facts(Violation violation) {
        return new Facts()
                .put("field", violation.field())
                .put("value", violation.value())
                .put("limit", violation.limit())
                .putSome("providers", violation.providers())
                .map();
    }

    private static String text(
            Refusal refusal, String message, List<Violation> shown, List<Considered> considered, String nextStep) {
        StringBuilder text = new StringBuilder(refusal.category().word() + ": " + message);
        shown.forEach(violation -> text.append("\n- ").append(line(violation)));
        int more = refusal.violations().size() - shown.size();
        if (more > 0) {
            text.append("\n- and ").append(more).append(" more");
        }
        PlanView.lines(considered).forEach(line -> text.append('\n').append(line));
        return text.append("\nNext: ").append(nextStep).toString();
    }

    private static String line(Violation violation) {
        return violation.sentence()
                + (violation.providers().isEmpty()
                        ? ""
                        : " (taken by " + String.join(", ", violation.providers()) + ")");
    }

    private static String costingNothing(String message) {
        return message.contains(Money.NOTHING_HAPPENED) ? message : message + " " + Money.NOTHING_HAPPENED;
    }
}
