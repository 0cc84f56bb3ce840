package dev.wanvideo.provider.evolink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Provider;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.SampleRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EvolinkProviderTest {
    private static final Provider EVOLINK = new EvolinkProvider();
    private static final Provider POSITIONAL = EVOLINK.with(Map.of("audio_urls", "on"));
    private static final SampleRequest SOUND = SampleRequest.sound();

    @Test
    void chargesForTheSecondsOfTheFilmByQuality() {
        assertThat(EVOLINK.quote(SOUND.request(), MediaFindings.NONE)).isEqualTo(Quote.exactly(new BigDecimal("0.43")));
        assertThat(EVOLINK.quote(
                        SOUND.format(AspectRatio.WIDE, Resolution.P1080).request(), MediaFindings.NONE))
                .isEqualTo(Quote.exactly(new BigDecimal("0.72")));
    }

    @Test
    void chargesForTheSecondsOfEveryClipOnceTheyAreKnown() {
        SampleRequest clips = SOUND.references(SampleRequest.references(0, 2));
        MediaFacts facts = new MediaFacts("video/mp4", 10, Optional.empty(), Optional.of(4.5));
        MediaFindings seen = new MediaFindings(Map.of("https://example.com/VIDEO", facts));

        assertThat(EVOLINK.quote(clips.request(), seen)).isEqualTo(Quote.exactly(new BigDecimal("1.204")));
        assertThat(EVOLINK.quote(clips.request(), MediaFindings.NONE))
                .isEqualTo(new Quote(Optional.of(new BigDecimal("0.602")), Optional.of(new BigDecimal("5.59"))));
    }

    @Test
    void saysWhyTheOlderFieldForVoicesIsNotUsed() {
        SampleRequest gap = SOUND.references(List.of(voiced(MediaKind.IMAGE), SampleRequest.video("")));
        SampleRequest full = SOUND.references(List.of(voiced(MediaKind.IMAGE), voiced(MediaKind.VIDEO)));

        assertThat(POSITIONAL.warnings(gap.request()))
                .singleElement()
                .asString()
                .contains("EVOLINK_AUDIO_URLS");
        assertThat(POSITIONAL.warnings(full.request())).isEqualTo(List.of());
        assertThat(EVOLINK.warnings(gap.request())).isEqualTo(List.of());
        assertThat(POSITIONAL.warnings(SOUND.request())).isEqualTo(List.of());
    }

    @Test
    void holdsTheLimitsOfItsPage() {
        assertThat(EVOLINK.descriptor().constraints())
                .extracting(limit -> limit.field().word() + ": " + limit.limit())
                .containsExactly(
                        "prompt: 1-5000 characters as sent",
                        "negative_prompt: 0-500 characters",
                        "references: 1-5 references",
                        "aspect_ratio: 16:9, 9:16, 1:1, 4:3, 3:4",
                        "resolution: 720p, 1080p",
                        "duration: 2-15 whole seconds",
                        "duration: 2-10 whole seconds when a reference is a video",
                        "seed: 1-2147483647",
                        "audio: not set: EvoLink has no switch for sound",
                        "shot_type: not set: EvoLink reads shots from the prompt alone",
                        "watermark: not set: EvoLink has no switch for a watermark",
                        "references: JPEG, PNG, BMP, WEBP, no transparency, 240-8000 pixels each side, 1:8 to 8:1, at most 20 MB",
                        "references: MP4, MOV, 240-4096 pixels each side, 1:8 to 8:1, 1-30 seconds, at most 100 MB",
                        "references: WAV, MP3, 1-10 seconds, at most 15 MB");
    }

    @Test
    void saysThatAStartImageSetsTheShape() {
        assertThat(EVOLINK.warnings(SOUND.startImage("a.png").request()))
                .singleElement()
                .asString()
                .contains("aspect_ratio has no effect");
    }

    private static Reference voiced(MediaKind kind) {
        MediaSource source = new MediaSource.Remote(URI.create("https://example.com/" + kind));
        return new Reference(Optional.empty(), kind, source, Optional.of(source), Role.CHARACTER);
    }
}
