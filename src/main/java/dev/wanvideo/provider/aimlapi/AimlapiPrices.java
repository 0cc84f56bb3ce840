package dev.wanvideo.provider.aimlapi;

import dev.wanvideo.provider.PriceList;
import dev.wanvideo.provider.PriceList.Rate;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What AI/ML API charges, as far as one run tells. Its page shows $1.95 for ten seconds of 1080p with two clips, which
 * is $0.195 a second of film, or $0.13 a second of film and clips together. Nothing there says which, nor that 720p
 * costs less, so the quote spans both readings.
 */
final class AimlapiPrices {
    private static final PriceList BY_FILM =
            new PriceList(same("0.195"), PriceList.InputBilling.NONE, AimlapiLimits.PAGE);
    private static final PriceList BY_FILM_AND_CLIPS =
            new PriceList(same("0.13"), PriceList.InputBilling.ALL, AimlapiLimits.PAGE);

    private AimlapiPrices() {}

    static Quote quote(ReferenceVideoRequest request, MediaFindings findings, Optional<BigDecimal> told) {
        Quote byFilm = BY_FILM.quote(request, findings, told);
        if (told.isPresent()) {
            return byFilm;
        }
        Quote together = BY_FILM_AND_CLIPS.quote(request, findings, told);
        return new Quote(
                both(byFilm.lowUsd(), together.lowUsd()).reduce(BigDecimal::min),
                both(byFilm.highUsd(), together.highUsd()).reduce(BigDecimal::max));
    }

    private static Stream<BigDecimal> both(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return Stream.of(one, other).flatMap(Optional::stream);
    }

    private static Map<Resolution, Rate> same(String usd) {
        return Map.of(Resolution.P720, Rate.of(usd), Resolution.P1080, Rate.of(usd));
    }
}
