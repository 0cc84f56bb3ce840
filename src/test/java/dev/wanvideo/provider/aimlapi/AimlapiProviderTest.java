package dev.wanvideo.provider.aimlapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.Wire;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.SampleRequest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AimlapiProviderTest {
    private static final Provider AIMLAPI = new AimlapiProvider();
    private static final SampleRequest TEN = SampleRequest.sound().seconds(10);

    @Test
    void quotesBothReadingsOfTheOneRunThatIsPublished() {
        MediaFacts facts = new MediaFacts("video/mp4", 10, Optional.empty(), Optional.of(2.5));
        MediaFindings seen = new MediaFindings(Map.of("https://example.com/VIDEO", facts));
        SampleRequest two = TEN.references(SampleRequest.references(0, 2));

        assertThat(AIMLAPI.quote(two.request(), seen)).isEqualTo(Quote.exactly(new BigDecimal("1.95")));
        assertThat(AIMLAPI.quote(TEN.request(), MediaFindings.NONE)).isEqualTo(range("1.3", "1.95"));
        assertThat(AIMLAPI.quote(two.request(), MediaFindings.NONE)).isEqualTo(range("1.56", "9.1"));
    }

    @Test
    void chargesSecondsOfTheFilmAtItsOwnersPrice() {
        Provider told = AIMLAPI.with(Map.of("price_usd_per_second", "0.1"));

        assertThat(told.quote(TEN.references(SampleRequest.references(0, 2)).request(), MediaFindings.NONE))
                .isEqualTo(Quote.exactly(new BigDecimal("1")));
    }

    @Test
    void holdsTheLimitsOfItsPage() {
        assertThat(AIMLAPI.descriptor().constraints())
                .extracting(limit -> limit.field().word() + ": " + limit.limit())
                .containsExactly(
                        "prompt: 1-5000 characters as sent",
                        "negative_prompt: 0-500 characters",
                        "references: 0-5 images",
                        "references: 0-5 videos",
                        "references: 1-5 references",
                        "references: not set: AI/ML API binds no voices",
                        "aspect_ratio: 16:9, 9:16, 1:1, 4:3, 3:4",
                        "resolution: 720p, 1080p",
                        "duration: 5, 10, 15 seconds",
                        "duration: 5-10 whole seconds when a reference is a video",
                        "seed: 0-2147483647",
                        "audio: not set: AI/ML API has no switch for sound",
                        "shot_type: not set: AI/ML API reads shots from the prompt alone",
                        "references: JPEG, PNG, BMP, WEBP, no transparency, 240-8000 pixels each side, 1:8 to 8:1, at most 20 MB",
                        "references: MP4, MOV, 240-4096 pixels each side, 1:8 to 8:1, 1-30 seconds, at most 100 MB");
    }

    @Test
    void saysThatAStartImageSetsTheShape() {
        assertThat(AIMLAPI.warnings(TEN.startImage("a.png").request()))
                .singleElement()
                .asString()
                .contains("aspect_ratio has no effect");
    }

    @Test
    void takesWhatALookCostsForNoWordAboutTheFilm() {
        Wire wire = AIMLAPI.wire().orElseThrow();
        String done = "{\"id\":\"x\",\"status\":\"completed\",\"video\":{\"url\":\"https://e.com/f.mp4\"}}";

        assertThat(wire.polled(ApiReply.of(200, Map.of("x-aimlapi-usd-spent", "0"), done)))
                .isInstanceOfSatisfying(
                        PollOutcome.Finished.class,
                        film -> assertThat(film.report().chargedUsd()).isEmpty());
        assertThat(wire.polled(ApiReply.of(200, Map.of("x-aimlapi-usd-spent", "1.95"), done)))
                .isInstanceOfSatisfying(
                        PollOutcome.Finished.class,
                        film -> assertThat(film.report().chargedUsd()).hasValue(new BigDecimal("1.95")));
    }

    private static Quote range(String low, String high) {
        return new Quote(Optional.of(new BigDecimal(low)), Optional.of(new BigDecimal(high)));
    }
}
