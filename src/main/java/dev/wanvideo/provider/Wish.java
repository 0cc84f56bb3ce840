package dev.wanvideo.provider;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Who the caller wants to make the film, and what it may cost at most.
 *
 * @param provider an id, or {@link #AUTO}
 */
public record Wish(String provider, Optional<BigDecimal> maxCostUsd) {
    /** The word that leaves the choice to the planner. */
    public static final String AUTO = "auto";

    /** Any provider at any price. */
    public static final Wish ANY = new Wish(AUTO, Optional.empty());

    /** Whether the caller left the choice open. */
    public boolean auto() {
        return provider.equals(AUTO);
    }
}
