package dev.wanvideo.provider;

import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one film may cost at most, and who said so.
 *
 * @param name the argument or the setting that holds it
 */
record Cap(BigDecimal usd, String name) {
    /** The argument with which a caller caps a film. */
    static final String ARGUMENT = "max_cost_usd";

    /** The lower of the caller's cap and the owner's: a caller may ask for less, never for more. */
    static Optional<Cap> tighter(Wish wish, ProviderSettings settings) {
        return Stream.concat(
                        wish.maxCostUsd().map(usd -> new Cap(usd, ARGUMENT)).stream(),
                        settings.maxCostUsd().map(usd -> new Cap(usd, "WAN_VIDEO_MAX_COST_USD")).stream())
                .min(Comparator.comparing(Cap::usd));
    }

    /** Why a quote does not stay within this cap; empty when it does. */
    Optional<String> objection(Provider provider, Quote quote) {
        return quote.within(usd) ? Optional.empty() : Optional.of(reason(provider, quote));
    }

    private String reason(Provider provider, Quote quote) {
        String capped = name + " is " + Money.words(usd);
        return quote.highUsd()
                .map(high -> "costs up to " + Money.words(high) + ", and " + capped)
                .orElseGet(() -> "its price is not known, and " + capped + remedy(provider));
    }

    private static String remedy(Provider provider) {
        String variable = Option.PRICE.variable(provider.descriptor().id());
        return provider.options().contains(Option.PRICE) ? "; tell its price with " + variable : "";
    }
}
