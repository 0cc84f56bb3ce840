package dev.wanvideo.provider;

import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One provider held against one request.
 *
 * @param missing the variable without which it cannot be used
 * @param violations what it does not accept
 * @param quote its price; unknown while there are violations
 * @param objection why its price is too high
 */
record Candidate(
        Provider provider,
        Optional<String> missing,
        List<Violation> violations,
        Quote quote,
        Optional<String> objection) {
    private static final int MOST_TOLD = 5;

    String id() {
        return provider.descriptor().id();
    }

    String name() {
        return provider.descriptor().name();
    }

    boolean local() {
        return provider.descriptor().execution() == Execution.LOCAL;
    }

    boolean configured() {
        return missing.isEmpty();
    }

    /** Whether it takes the whole request at a price within the cap. */
    boolean able() {
        return configured() && violations.isEmpty() && objection.isEmpty();
    }

    /** What keeps it from making the film, in words. */
    List<String> obstacles() {
        if (missing.isPresent()) {
            return List.of("not configured: set " + missing.get());
        }
        return violations.isEmpty() ? objection.map(List::of).orElse(List.of()) : sentences();
    }

    /** The first violations; a refusal tells the others too, and one prompt can hold hundreds. */
    private List<String> sentences() {
        List<String> told = new ArrayList<>(
                violations.stream().limit(MOST_TOLD).map(Violation::sentence).toList());
        if (violations.size() > MOST_TOLD) {
            told.add("and " + (violations.size() - MOST_TOLD) + " more");
        }
        return told;
    }

    String price() {
        return quote.highUsd().map(Money::words).orElse("price not known");
    }
}
