package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.SampleRequest;
import dev.wanvideo.video.Wan27;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PriceListTest {
    private static final PriceList.InputBilling ALL_SECONDS = clips -> new PriceList.Span(
            clips.lengths().stream().mapToDouble(s -> s).sum() + clips.unseen() * PriceList.Clips.SHORTEST,
            clips.lengths().stream().mapToDouble(s -> s).sum() + clips.unseen() * PriceList.Clips.LONGEST);
    private static final SampleRequest CLIP = SampleRequest.sound().references(SampleRequest.references(1, 1));

    private static PriceList list(PriceList.InputBilling input) {
        return new PriceList(Map.of(Resolution.P720, PriceList.Rate.of("0.086")), input, Wan27.SOURCE);
    }

    private static Quote quote(PriceList list, SampleRequest sample, MediaFindings findings) {
        return list.quote(sample.request(), findings, Optional.empty());
    }

    private static Quote between(String low, String high) {
        return new Quote(Optional.of(new BigDecimal(low)), Optional.of(new BigDecimal(high)));
    }

    @Test
    void multipliesTheSecondsOfTheFilm() {
        assertThat(quote(list(PriceList.InputBilling.NONE), CLIP, MediaFindings.NONE))
                .isEqualTo(between("0.43", "0.43"));
    }

    @Test
    void addsTheSecondsOfClipsAndRoundsAgainstTheBuyer() {
        MediaFindings findings = new MediaFindings(Map.of(
                "https://example.com/VIDEO", new MediaFacts("video/mp4", 9, Optional.empty(), Optional.of(4.0333))));

        assertThat(quote(list(ALL_SECONDS), CLIP, findings)).isEqualTo(between("0.7768", "0.7769"));
    }

    @Test
    void quotesARangeForAClipThatNobodyLookedAt() {
        assertThat(quote(list(ALL_SECONDS), CLIP, MediaFindings.NONE)).isEqualTo(between("0.516", "3.01"));
    }

    @Test
    void knowsNoPriceForAResolutionThatNobodyTells() {
        SampleRequest full = SampleRequest.sound().format(dev.wanvideo.video.AspectRatio.WIDE, Resolution.P1080);

        assertThat(quote(list(PriceList.InputBilling.NONE), full, MediaFindings.NONE))
                .isEqualTo(Quote.UNKNOWN);
    }

    @Test
    void letsTheOwnersPriceWin() {
        assertThat(list(PriceList.InputBilling.NONE)
                        .quote(SampleRequest.sound().request(), MediaFindings.NONE, Optional.of(BigDecimal.ONE)))
                .isEqualTo(between("5", "5"));
    }
}
