package dev.wanvideo.video;

import java.math.BigDecimal;
import java.util.Optional;

/** What a film will cost in US dollars, as a range; empty where no provider tells a price. */
public record Quote(Optional<BigDecimal> lowUsd, Optional<BigDecimal> highUsd) {
    /** Costs nothing. */
    public static final Quote FREE = exactly(BigDecimal.ZERO);

    /** Nobody tells. */
    public static final Quote UNKNOWN = new Quote(Optional.empty(), Optional.empty());

    /** One known price. */
    public static Quote exactly(BigDecimal usd) {
        return new Quote(Optional.of(usd), Optional.of(usd));
    }

    /** Whether the worst case stays within a cap; an unknown price never does. */
    public boolean within(BigDecimal cap) {
        return highUsd.isPresent() && highUsd.get().compareTo(cap) <= 0;
    }
}
