package dev.wanvideo.provider.freepik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.SampleRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FreepikProviderTest {
    private static final Provider FREEPIK = new FreepikProvider();
    private static final SampleRequest SOUND = SampleRequest.sound();

    @Test
    void tellsNoPriceUntilItsOwnerDoes() {
        assertThat(FREEPIK.quote(SOUND.request(), MediaFindings.NONE)).isEqualTo(Quote.UNKNOWN);
        assertThat(FREEPIK.with(Map.of("price_usd_per_second", " 0.2 ")).quote(SOUND.request(), MediaFindings.NONE))
                .isEqualTo(Quote.exactly(new BigDecimal("1")));
    }

    @Test
    void takesTheNameOfItsKeyHeaderFromASetting() {
        Option header = FREEPIK.options().get(2);

        assertThat(header.variable("freepik")).isEqualTo("FREEPIK_KEY_HEADER");
        assertThat(header.allows("x-magnific-api-key")).isTrue();
        assertThat(header.allows("x: y")).isFalse();
        assertThat(FREEPIK.with(Map.of("key_header", "x-new"))
                        .wire()
                        .orElseThrow()
                        .authorization("k"))
                .isEqualTo(Map.of("x-new", "k"));
    }

    @Test
    void holdsTheLimitsOfItsPage() {
        assertThat(FREEPIK.descriptor().constraints())
                .extracting(limit -> limit.field().word() + ": " + limit.limit())
                .containsExactly(
                        "prompt: 1-5000 characters as sent",
                        "negative_prompt: 0-500 characters",
                        "references: 1-5 references",
                        "aspect_ratio: 16:9, 9:16, 1:1, 4:3, 3:4",
                        "resolution: 720p, 1080p",
                        "duration: 2-10 whole seconds",
                        "seed: 0-2147483647",
                        "audio: not set: Freepik has no switch for sound",
                        "shot_type: not set: Freepik reads shots from the prompt alone",
                        "watermark: not set: Freepik has no switch for a watermark",
                        "references: JPEG, PNG, BMP, WEBP, no transparency, 240-8000 pixels each side, 1:8 to 8:1, at most 20 MB",
                        "references: MP4, MOV, 240-4096 pixels each side, 1:8 to 8:1, 1-30 seconds, at most 100 MB",
                        "references: WAV, MP3, 1-10 seconds, at most 15 MB");
    }

    @Test
    void saysThatAStartImageSetsTheShape() {
        assertThat(FREEPIK.warnings(SOUND.request())).isEqualTo(List.of());
        assertThat(FREEPIK.warnings(SOUND.startImage("a.png").request()))
                .singleElement()
                .asString()
                .contains("aspect_ratio has no effect");
    }
}
