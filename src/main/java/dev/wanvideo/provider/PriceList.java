package dev.wanvideo.provider;

import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a second of film costs, by resolution.
 *
 * @param usdPerSecond empty where nobody tells
 * @param input how seconds of reference clips are billed
 */
public record PriceList(Map<Resolution, Rate> usdPerSecond, InputBilling input, Source source) {
    private static final int DECIMALS = 4;

    public PriceList {
        usdPerSecond = Map.copyOf(usdPerSecond);
    }

    /** US dollars for a second, from and to where it is uncertain. */
    public record Rate(BigDecimal low, BigDecimal high) {
        /** One known price. */
        public static Rate of(String usd) {
            return new Rate(new BigDecimal(usd), new BigDecimal(usd));
        }

        /** From and to. */
        public static Rate between(String low, String high) {
            return new Rate(new BigDecimal(low), new BigDecimal(high));
        }
    }

    /** Which seconds of its reference clips a film pays for. */
    @FunctionalInterface
    public interface InputBilling {
        /** Only the film's own seconds are billed. */
        InputBilling NONE = clips -> Span.NOTHING;

        /** Every second of every clip is billed too. */
        InputBilling ALL = Clips::whole;

        /** Billed seconds of these clips. */
        Span seconds(Clips clips);
    }

    /**
     * The reference clips of a request.
     *
     * @param lengths of those that were looked at, in seconds
     * @param unseen how many were not
     */
    public record Clips(List<Double> lengths, int unseen) {
        /** The longest clip that WAN 2.7 takes, and the shortest. */
        public static final double LONGEST = 30;

        public static final double SHORTEST = 1;

        static Clips of(ReferenceVideoRequest request, MediaFindings findings) {
            List<Optional<Double>> all = request.references(MediaKind.VIDEO).stream()
                    .map(Reference::media)
                    .map(media -> findings.of(media).flatMap(facts -> facts.seconds()))
                    .toList();
            List<Double> known = all.stream().flatMap(Optional::stream).toList();
            return new Clips(known, all.size() - known.size());
        }

        private Span whole() {
            double known = lengths.stream().mapToDouble(Double::doubleValue).sum();
            return new Span(known + unseen * SHORTEST, known + unseen * LONGEST);
        }

        /** How many there are. */
        public int count() {
            return lengths.size() + unseen;
        }
    }

    /** Seconds, from and to where they are uncertain. */
    public record Span(double low, double high) {
        /** None. */
        public static final Span NOTHING = new Span(0, 0);
    }

    /**
     * What this request costs.
     *
     * @param told the owner's own price per second, which wins over the list
     */
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings, Optional<BigDecimal> told) {
        Optional<Rate> rate = told.map(usd -> new Rate(usd, usd))
                .or(() -> Optional.ofNullable(usdPerSecond.get(request.format().resolution())));
        if (rate.isEmpty()) {
            return Quote.UNKNOWN;
        }
        Span extra = input.seconds(Clips.of(request, findings));
        long film = request.format().seconds();
        return new Quote(
                Optional.of(price(rate.get().low(), film + extra.low(), RoundingMode.FLOOR)),
                Optional.of(price(rate.get().high(), film + extra.high(), RoundingMode.CEILING)));
    }

    private static BigDecimal price(BigDecimal rate, double seconds, RoundingMode rounding) {
        BigDecimal exact = rate.multiply(BigDecimal.valueOf(seconds));
        return exact.setScale(DECIMALS, rounding).stripTrailingZeros();
    }
}
