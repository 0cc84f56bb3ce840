package dev.wanvideo.provider.evolink;

import dev.wanvideo.provider.PriceList;
import dev.wanvideo.provider.PriceList.Rate;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Source;
import java.util.Map;

/** What EvoLink charges: seconds of the film and of every clip that goes in. */
final class EvolinkPrices {
    static final PriceList LIST = new PriceList(
            Map.of(Resolution.P720, Rate.of("0.086"), Resolution.P1080, Rate.of("0.144")),
            PriceList.InputBilling.ALL,
            // Told on the vendor's blog in May 2026.
            Source.of("https://evolink.ai/blog", "2026-11-20"));

    private EvolinkPrices() {}
}
