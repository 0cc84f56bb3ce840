package dev.wanvideo.provider.evolink;

import dev.wanvideo.provider.PriceList;
import dev.wanvideo.provider.PriceList.Clips;
import dev.wanvideo.provider.PriceList.Rate;
import dev.wanvideo.provider.PriceList.Span;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Source;
import java.util.Map;

/** What EvoLink charges: seconds of the film and of every clip that goes in. */
final class EvolinkPrices {
    static final PriceList LIST = new PriceList(
            Map.of(Resolution.P720, Rate.of("0.086"), Resolution.P1080, Rate.of("0.144")),
            EvolinkPrices::clips,
            // Told on the vendor's blog in May 2026.
            Source.of("https://evolink.ai/blog", "2026-11-20"));

    private EvolinkPrices() {}

    private static Span clips(Clips clips) {
        double known = clips.lengths().stream().mapToDouble(Double::doubleValue).sum();
        return new Span(known + clips.unseen() * Clips.SHORTEST, known + clips.unseen() * Clips.LONGEST);
    }
}
