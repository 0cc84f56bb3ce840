package dev.wanvideo.provider;

import java.util.List;
import java.util.Optional;

/**
 * Which of all providers makes a film when the caller leaves it open.
 *
 * @param eligible the configured ones: paid ones, or those on this machine when no paid one is
 * @param taken the best of those that can
 */
record Choice(List<Candidate> all, List<Candidate> eligible, Optional<Candidate> taken, Ranking ranking) {
    static Choice among(List<Candidate> all, Ranking ranking) {
        boolean paid = all.stream().anyMatch(c -> c.configured() && !c.local());
        List<Candidate> eligible =
                all.stream().filter(c -> c.configured() && c.local() != paid).toList();
        Optional<Candidate> taken = eligible.stream().filter(Candidate::able).min(ranking);
        return new Choice(all, eligible, taken, ranking);
    }

    /** Those whose reasons answer the caller when none is taken: all of them when none is configured. */
    List<Candidate> answerable() {
        return eligible.isEmpty() ? all : eligible;
    }

    /** Every provider with the reasons for or against it. */
    List<Considered> considered() {
        return all.stream()
                .map(c -> new Considered(c.id(), isTaken(c), reasons(c)))
                .toList();
    }

    private List<String> reasons(Candidate candidate) {
        if (candidate.configured() && !isEligible(candidate)) {
            return List.of("used only when no other provider is configured, or when asked for by name");
        }
        if (taken.isEmpty() && !candidate.violations().isEmpty() && candidate.configured()) {
            return List.of("does not take " + candidate.fields());
        }
        if (!candidate.able() || taken.isEmpty()) {
            return candidate.obstacles();
        }
        boolean alone = eligible.stream().filter(Candidate::able).count() == 1;
        return List.of(
                isTaken(candidate)
                        ? ranking.reasonFor(candidate, alone)
                        : ranking.reasonAgainst(candidate, taken.get()));
    }

    private boolean isTaken(Candidate candidate) {
        return taken.isPresent() && taken.get().id().equals(candidate.id());
    }

    private boolean isEligible(Candidate candidate) {
        return eligible.stream().anyMatch(one -> one.id().equals(candidate.id()));
    }
}
