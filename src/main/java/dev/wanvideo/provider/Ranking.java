package dev.wanvideo.provider;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which provider goes first: the owner's order, then the lower price, an unknown one last. */
record Ranking(List<String> order) implements Comparator<Candidate> {
    @Override
    public int compare(Candidate one, Candidate other) {
        return Comparator.<Candidate>comparingInt(c -> place(c.id()))
                .thenComparing(c -> c.quote().highUsd(), Ranking::knownFirst)
                .compare(one, other);
    }

    private static int knownFirst(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        if (one.isPresent() && other.isPresent()) {
            return one.get().compareTo(other.get());
        }
        return Boolean.compare(one.isEmpty(), other.isEmpty());
    }

    private int place(String id) {
        return order.contains(id) ? order.indexOf(id) : order.size();
    }

    /** Why the first of several is taken. */
    String reasonFor(Candidate taken, boolean alone) {
        if (taken.local()) {
            return "no other provider is configured; " + taken.price();
        }
        if (order.contains(taken.id()) && !alone) {
            return "first in WAN_VIDEO_PROVIDER_ORDER of those that take the request; " + taken.price();
        }
        if (!alone && taken.quote().highUsd().isEmpty()) {
            return "the first of those that take the request, none of which has a known price";
        }
        return (alone ? "the only configured one that takes the request; " : "the cheapest that takes the request; ")
                + taken.price();
    }

    /** Why one that could make the film is not taken. */
    String reasonAgainst(Candidate other, Candidate taken) {
        if (place(other.id()) != place(taken.id())) {
            return "after " + taken.id() + " in WAN_VIDEO_PROVIDER_ORDER; " + other.price();
        }
        return other.quote().highUsd().isEmpty()
                ? "price not known, which ranks last"
                : "not cheaper than " + taken.id() + ": " + other.price();
    }
}
