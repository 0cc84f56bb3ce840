package dev.wanvideo.provider;

import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One provider held against one request.
 *
 * @param missing the variable without which it cannot be used
 * @param ruledOut why it cannot be asked any more, though it is configured
 * @param violations what it does not accept
 * @param quote its price; unknown while there are violations
 * @param objection why its price is too high
 */
record Candidate(
        Provider provider,
        Optional<String> missing,
        Optional<String> ruledOut,
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
        return configured() && ruledOut.isEmpty() && violations.isEmpty() && objection.isEmpty();
    }

    /** What keeps it from making the film, in words. */
    List<String> obstacles() {
        if (missing.isPresent()) {
            return List.of(Considered.notConfigured(missing.get()));
        }
        if (ruledOut.isPresent()) {
            return List.of(ruledOut.get());
        }
        return violations.isEmpty() ? objection.map(List::of).orElse(List.of()) : sentences();
    }

    /** The arguments that it does not take as they are. */
    String fields() {
        return violations.stream().map(Violation::field).distinct().collect(Collectors.joining(", "));
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
