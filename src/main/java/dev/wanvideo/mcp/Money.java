package dev.wanvideo.mcp;

import dev.wanvideo.task.Cost;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.Quote;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Says what a film costs: as facts, and in a sentence. */
final class Money {
    /** Ends every refusal. */
    static final String NOTHING_HAPPENED = "Nothing was submitted or charged.";

    private Money() {}

    /** A quote before anything was submitted. */
    static Map<String, Object> facts(Quote quote) {
        return facts(quote, Optional.empty(), Charged.NO);
    }

    static Map<String, Object> facts(Cost cost) {
        return facts(cost.quote(), cost.chargedUsd(), cost.charged());
    }

    /** {@code free}, {@code 0.43 USD}, {@code 0.40-0.43 USD} or {@code price unknown}. */
    static String price(Quote quote) {
        if (quote.highUsd().isEmpty()) {
            return "price unknown";
        }
        BigDecimal high = quote.highUsd().get();
        BigDecimal low = quote.lowUsd().orElse(high);
        if (high.signum() == 0) {
            return "free";
        }
        return (low.compareTo(high) == 0 ? "" : low.toPlainString() + "-") + high.toPlainString() + " USD";
    }

    /** What was charged, in a sentence. */
    static String charge(Cost cost) {
        return switch (cost.charged()) {
            case NO -> "Nothing was charged.";
            case YES ->
                "Charged: "
                        + cost.chargedUsd()
                                .map(usd -> usd.toPlainString() + " USD")
                                .orElse("amount not told") + ".";
            case UNKNOWN -> "Whether it was charged is not known; quoted: " + price(cost.quote()) + ".";
        };
    }

    private static Map<String, Object> facts(Quote quote, Optional<BigDecimal> paid, Charged charged) {
        return new Facts()
                .put("quoted_usd_low", quote.lowUsd())
                .put("quoted_usd_high", quote.highUsd())
                .put("charged_usd", paid)
                .put("charged", charged.word())
                .map();
    }
}
