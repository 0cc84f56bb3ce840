package dev.wanvideo.provider.dashscope;

import dev.wanvideo.provider.PriceList;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Source;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a second costs in each region: seconds of the film, and of reference clips up to a cap for each. */
final class DashscopePrices {
    private static final Source SOURCE =
            Source.of("https://www.alibabacloud.com/help/en/model-studio/model-pricing", "2026-11-20");

    /** Billed seconds of each clip at most, by how many clips there are. */
    private static final List<Double> CAPS = List.of(5.0, 2.5, 1.65, 1.25, 1.0);

    private static final PriceList SINGAPORE = list("0.10", "0.15");
    private static final PriceList BEIJING = list("0.086012", "0.143353");

    private DashscopePrices() {}

    /** The list of the region that a base URL lies in. */
    static PriceList at(String base) {
        String host = URI.create(base).getHost();
        boolean beijing = "dashscope.aliyuncs.com".equals(host) || host != null && host.contains("cn-beijing");
        return beijing ? BEIJING : SINGAPORE;
    }

    /** What a film costs in Singapore whose clips are as long as is billed at most. */
    static BigDecimal most(boolean full, Optional<BigDecimal> told, int seconds, int clips) {
        Resolution resolution = full ? Resolution.P1080 : Resolution.P720;
        PriceList.Rate rate = Objects.requireNonNull(SINGAPORE.usdPerSecond().get(resolution));
        double billed = seconds + billed(new PriceList.Clips(List.of(), clips)).high();
        return told.orElse(rate.high()).multiply(BigDecimal.valueOf(billed));
    }

    private static PriceList list(String usd720, String usd1080) {
        return new PriceList(
                Map.of(
                        Resolution.P720, PriceList.Rate.of(usd720),
                        Resolution.P1080, PriceList.Rate.of(usd1080)),
                DashscopePrices::billed,
                SOURCE);
    }

    private static PriceList.Span billed(PriceList.Clips clips) {
        if (clips.count() == 0) {
            return PriceList.Span.NOTHING;
        }
        double cap = CAPS.get(Math.min(clips.count(), CAPS.size()) - 1);
        double known = clips.lengths().stream()
                .mapToDouble(seconds -> Math.min(seconds, cap))
                .sum();
        double least = Math.min(PriceList.Clips.SHORTEST, cap);
        return new PriceList.Span(known + clips.unseen() * least, known + clips.unseen() * cap);
    }
}
