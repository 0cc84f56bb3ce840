package dev.wanvideo.provider;

import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestCheck;
import dev.wanvideo.video.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds one request against every provider there is. */
final class Examination {
    private final ReferenceVideoRequest request;
    private final ProviderSettings settings;
    private final Optional<Cap> cap;
    private final List<Violation> structural;
    private final Map<Provider, Set<String>> refusedFields = new LinkedHashMap<>();

    Examination(ReferenceVideoRequest request, Catalogue catalogue, ProviderSettings settings, Optional<Cap> cap) {
        this.request = request;
        this.settings = settings;
        this.cap = cap;
        this.structural = RequestCheck.structural(request);
        catalogue.all().forEach(provider -> refusedFields.put(provider, refusedFields(provider)));
    }

    private Set<String> refusedFields(Provider provider) {
        return RequestCheck.ofConstraints(request, provider.descriptor().constraints()).stream()
                .map(Violation::field)
                .collect(Collectors.toSet());
    }

    List<Candidate> candidates() {
        return refusedFields.keySet().stream().map(this::candidate).toList();
    }

    Candidate candidate(Provider provider) {
        List<Violation> violations = RequestCheck.violations(
                        request, provider.descriptor().constraints())
                .stream()
                .map(this::withTakers)
                .toList();
        // A provider may count on a request within its limits: only such a one is quoted.
        Quote quote = violations.isEmpty() ? provider.quote(request) : Quote.UNKNOWN;
        Optional<String> objection =
                violations.isEmpty() ? cap.flatMap(c -> c.objection(provider, quote)) : Optional.empty();
        return new Candidate(provider, settings.missing(provider), violations, quote, objection);
    }

    private Violation withTakers(Violation violation) {
        List<String> takers = refusedFields.entrySet().stream()
                .filter(entry -> !structural.contains(violation))
                .filter(entry -> !entry.getValue().contains(violation.field()))
                .map(entry -> entry.getKey().descriptor().id())
                .toList();
        return new Violation(violation.field(), violation.value(), violation.limit(), takers);
    }
}
