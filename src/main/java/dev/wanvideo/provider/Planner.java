package dev.wanvideo.provider;

import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Prompt;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestCheck;
import dev.wanvideo.video.Violation;
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
    private final UploadHosts hosts;

    /** Plans among these providers as they are set. */
    public Planner(Catalogue catalogue, ProviderSettings settings) {
        this(catalogue, settings, Optional.empty());
    }

    /** The same with a bucket for files that a provider does not take itself. */
    public Planner(Catalogue catalogue, ProviderSettings settings, Optional<UploadHost> bucket) {
        this.catalogue = catalogue.with(settings);
        this.settings = settings;
        this.hosts = new UploadHosts(bucket);
    }

    /** Where files go that have to be uploaded. */
    public UploadHosts hosts() {
        return hosts;
    }

    /** A provider as it is set. */
    public Optional<Provider> provider(String id) {
        return catalogue.find(id);
    }

    /** What this provider does not take of a request; for a second look at media that may have changed. */
    public List<Violation> violations(Provider provider, ReferenceVideoRequest request, MediaFindings findings) {
        List<Violation> violations = new ArrayList<>(RequestCheck.ofConstraints(
                request, findings, provider.descriptor().constraints()));
        violations.addAll(hosts.violations(provider, request, findings));
        return violations;
    }

    /** Who makes the film and what is sent, or every reason why nobody does. */
    public PlanOutcome plan(ReferenceVideoRequest request, Wish wish, Situation situation) {
        Optional<Cap> cap = Cap.tightest(wish, settings, situation);
        Examination examination = new Examination(request, catalogue, this, settings, cap, situation);
        return Pick.of(wish, settings)
                .map(pick -> picked(request, pick, examination, situation.findings()))
                .orElseGet(() -> chosen(
                        request,
                        Choice.among(examination.candidates(), new Ranking(settings.order())),
                        situation.findings()));
    }

    private PlanOutcome picked(
            ReferenceVideoRequest request, Pick pick, Examination examination, MediaFindings findings) {
        return catalogue
                .find(pick.id())
                .map(provider -> picked(request, pick, examination.candidate(provider), findings))
                .orElseGet(() -> Refusals.unknownProvider(pick, catalogue, request));
    }

    private PlanOutcome picked(ReferenceVideoRequest request, Pick pick, Candidate candidate, MediaFindings findings) {
        List<String> reasons = candidate.able() ? List.of(pick.reason()) : candidate.obstacles();
        List<Considered> considered = List.of(new Considered(candidate.id(), candidate.able(), reasons));
        return candidate.able()
                ? planned(request, candidate, considered, findings)
                : Refusals.of(List.of(candidate), considered);
    }

    private PlanOutcome chosen(ReferenceVideoRequest request, Choice choice, MediaFindings findings) {
        return choice.taken()
                .map(candidate -> planned(request, candidate, choice.considered(), findings))
                .orElseGet(() -> Refusals.of(choice.answerable(), choice.considered()));
    }

    private PlanOutcome planned(
            ReferenceVideoRequest request, Candidate taken, List<Considered> considered, MediaFindings findings) {
        Prompt prompt = Prompt.read(request.prompt(), request.references());
        List<String> warnings = new ArrayList<>(prompt.warnings());
        warnings.addAll(prompt.shotWarnings(request.format().seconds()));
        warnings.addAll(taken.provider().warnings(request));
        warnings.addAll(hosts.notes(taken.provider(), request, findings));
        return new PlanOutcome.Planned(new Plan(
                taken.provider(),
                taken.quote(),
                considered,
                hosts.outgoing(taken.provider(), request, findings),
                warnings));
    }
}
