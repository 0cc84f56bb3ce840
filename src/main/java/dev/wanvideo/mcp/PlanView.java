package dev.wanvideo.mcp;

import dev.wanvideo.provider.Considered;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.UploadHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Says what a plan is: who was considered, what would be sent. */
final class PlanView {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PlanView() {}

    static List<Map<String, Object>> considered(List<Considered> considered) {
        return considered.stream()
                .map(one -> new Facts()
                        .put("provider", one.provider())
                        .put("taken", one.taken())
                        .put("reasons", one.reasons())
                        .map())
                .toList();
    }

    /** A plan of which only the choice of the provider is told. */
    static Map<String, Object> choice(List<Considered> considered) {
        return Map.of("considered", considered(considered));
    }

    /** One line for each provider that could be asked, and one for all that only lack a key. */
    static List<String> lines(List<Considered> considered) {
        List<String> lines = new ArrayList<>();
        considered.stream()
                .filter(one -> one.missing().isEmpty())
                .map(PlanView::line)
                .forEach(lines::add);
        String keyless = considered.stream()
                .flatMap(one -> one.missing().map(variable -> one.provider() + " (set " + variable + ")").stream())
                .collect(Collectors.joining(", "));
        if (!keyless.isEmpty()) {
            lines.add("Not configured: " + keyless);
        }
        return lines;
    }

    private static String line(Considered one) {
        return "Considered " + one.provider()
                + (one.taken() ? ": taken" : ": not taken")
                + (one.reasons().isEmpty() ? "" : ", " + String.join("; ", one.reasons()));
    }

    /** The answer to a dry run. */
    static Answer dryRun(Plan plan, Optional<Long> seed, List<String> warnings) {
        String provider = plan.provider().descriptor().id();
        String next = "If the user agrees, call create_reference_video again without dry_run: the same arguments"
                + seed.map(drawn -> ", and seed " + drawn + " for exactly this request.")
                        .orElse(".");
        Facts facts = new Facts()
                .put("provider", provider)
                .put("cost", Money.facts(plan.quote()))
                .put("seed", seed)
                .put("plan", plan(plan))
                .putSome("warnings", warnings)
                .put("next_step", next);
        return Answer.of(text(plan, warnings) + "\nNext: " + next, facts.map());
    }

    private static Map<String, Object> plan(Plan plan) {
        OutgoingRequest request = shown(plan);
        return new Facts()
                .put("considered", considered(plan.considered()))
                .put(
                        "request",
                        new Facts()
                                .put("method", request.method())
                                .put("url", request.url())
                                .put("body", request.body())
                                .map())
                .map();
    }

    /** Where the provider is to call back is drawn when the film is ordered, and nobody's business. */
    private static OutgoingRequest shown(Plan plan) {
        return plan.provider()
                .callbacks()
                .map(callbacks -> callbacks.shown(plan.request()))
                .orElse(plan.request());
    }

    private static String text(Plan plan, List<String> warnings) {
        StringBuilder text = new StringBuilder("Dry run. " + Money.NOTHING_HAPPENED + "\nProvider: ")
                .append(plan.provider().descriptor().id())
                .append(", ")
                .append(Money.price(plan.quote()));
        lines(plan.considered()).forEach(line -> text.append('\n').append(line));
        text.append("\nWould send: ")
                .append(plan.request().method())
                .append(' ')
                .append(plan.request().url())
                .append(' ')
                .append(JSON.writeValueAsString(shown(plan).body()));
        if (UploadHosts.awaited(plan.request())) {
            text.append(
                    "\nNothing was uploaded: addresses in <angle brackets> come with the uploads, once the film is ordered.");
        }
        warnings.forEach(warning -> text.append("\nNote: ").append(warning));
        return text.toString();
    }
}
