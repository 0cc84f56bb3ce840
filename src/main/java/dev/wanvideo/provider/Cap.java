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

    /** The lowest of the caller's cap, the owner's and today's budget: a caller may ask for less, never for more. */
    static Optional<Cap> tightest(Wish wish, ProviderSettings settings, Situation situation) {
        return Stream.of(
                        wish.maxCostUsd().map(usd -> new Cap(usd, ARGUMENT)),
                        settings.maxCostUsd().map(usd -> new Cap(usd, "WAN_VIDEO_MAX_COST_USD")),
                        situation
                                .budgetLeftUsd()
                                .map(usd -> new Cap(usd, "what is left of WAN_VIDEO_DAILY_BUDGET_USD")))
                .flatMap(Optional::stream)
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
