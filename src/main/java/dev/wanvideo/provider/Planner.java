package dev.wanvideo.provider;

import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses who makes a film: checks every limit, quotes, and keeps to the caps; sends nothing.
 *
 * <p>A request may break limits or name references that do not exist: the planner tells all of it at once, and its
 * plan carries the warnings of the prompt and of the provider.
 */
public final class Planner {
    private final Catalogue catalogue;
    private final ProviderSettings settings;

    /** Plans among these providers as they are set. */
    public Planner(Catalogue catalogue, ProviderSettings settings) {
        this.catalogue = catalogue.with(settings);
        this.settings = settings;
    }

    /** Who makes the film and what is sent, or every reason why nobody does. */
    public PlanOutcome plan(ReferenceVideoRequest request, Wish wish, Situation situation) {
        Optional<Cap> cap = Cap.tightest(wish, settings, situation);
        Examination examination = new Examination(request, catalogue, settings, cap, situation);
        return Pick.of(wish, settings)
                .map(pick -> picked(request, pick, examination))
                .orElseGet(
                        () -> chosen(request, Choice.among(examination.candidates(), new Ranking(settings.order()))));
    }

    private PlanOutcome picked(ReferenceVideoRequest request, Pick pick, Examination examination) {
        return catalogue
                .find(pick.id())
                .map(provider -> picked(request, pick, examination.candidate(provider)))
                .orElseGet(() -> Refusals.unknownProvider(pick, catalogue, request));
    }

    private static PlanOutcome picked(ReferenceVideoRequest request, Pick pick, Candidate candidate) {
        List<String> reasons = candidate.able() ? List.of(pick.reason()) : candidate.obstacles();
        List<Considered> considered = List.of(new Considered(candidate.id(), candidate.able(), reasons));
        return candidate.able() ? planned(request, candidate, considered) : Refusals.of(List.of(candidate), considered);
    }

    private static PlanOutcome chosen(ReferenceVideoRequest request, Choice choice) {
        return choice.taken()
                .map(candidate -> planned(request, candidate, choice.considered()))
                .orElseGet(() -> Refusals.of(choice.answerable(), choice.considered()));
    }

    private static PlanOutcome planned(ReferenceVideoRequest request, Candidate taken, List<Considered> considered) {
        Prompt prompt = Prompt.read(request.prompt(), request.references());
        List<String> warnings = new ArrayList<>(prompt.warnings());
        warnings.addAll(prompt.shotWarnings(request.format().seconds()));
        warnings.addAll(taken.provider().warnings(request));
        return new PlanOutcome.Planned(new Plan(
                taken.provider(), taken.quote(), considered, taken.provider().request(request), warnings));
    }
}
