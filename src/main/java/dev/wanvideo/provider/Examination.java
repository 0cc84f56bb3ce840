package dev.wanvideo.provider;

import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestCheck;
import dev.wanvideo.video.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds one request against every provider there is. */
final class Examination {
    private final ReferenceVideoRequest request;
    private final ProviderSettings settings;
    private final Optional<Cap> cap;
    private final Situation situation;
    private final List<Violation> structural;
    private final Map<Provider, List<Violation>> ofLimits = new LinkedHashMap<>();

    Examination(
            ReferenceVideoRequest request,
            Catalogue catalogue,
            Planner planner,
            ProviderSettings settings,
            Optional<Cap> cap,
            Situation situation) {
        this.request = request;
        this.settings = settings;
        this.cap = cap;
        this.situation = situation;
        this.structural = RequestCheck.structural(request);
        catalogue.all().forEach(p -> ofLimits.put(p, planner.violations(p, request, situation.findings())));
    }

    List<Candidate> candidates() {
        return ofLimits.keySet().stream().map(this::candidate).toList();
    }

    Candidate candidate(Provider provider) {
        List<Violation> violations = violations(provider);
        // A provider may count on a request within its limits: only such a one is quoted.
        Quote quote = violations.isEmpty() ? provider.quote(request, situation.findings()) : Quote.UNKNOWN;
        Optional<String> objection =
                violations.isEmpty() ? cap.flatMap(c -> c.objection(provider, quote)) : Optional.empty();
        Optional<String> out = Optional.ofNullable(
                situation.ruledOut().get(provider.descriptor().id()));
        return new Candidate(provider, settings.missing(provider), out, violations, quote, objection);
    }

    private List<Violation> violations(Provider provider) {
        List<Violation> ofProvider = ofLimits.getOrDefault(provider, List.of());
        return RequestCheck.inArgumentOrder(
                Stream.concat(ofProvider.stream().map(this::withTakers), structural.stream())
                        .toList());
    }

    /** Names the providers whose limits say nothing against this argument. */
    private Violation withTakers(Violation violation) {
        List<String> takers = ofLimits.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().noneMatch(v -> v.field().equals(violation.field())))
                .map(entry -> entry.getKey().descriptor().id())
                .toList();
        return new Violation(violation.field(), violation.value(), violation.limit(), takers);
    }
}
