package dev.wanvideo.provider.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Execution;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.SampleRequest;
import dev.wanvideo.video.ShotType;
import dev.wanvideo.video.Switches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PreviewProviderTest {
    private static final Provider HALF = new PreviewProvider();
    private static final Provider FULL = HALF.with(Map.of("size", "full"));
    private static final SampleRequest SOUND = SampleRequest.sound();

    @Test
    void isFoundInTheCatalogueFreeAndOnThisMachine() {
        Provider found = Catalogue.load().find("preview").orElseThrow();

        assertThat(found).isInstanceOf(PreviewProvider.class);
        assertThat(found.descriptor().execution()).isEqualTo(Execution.LOCAL);
        assertThat(found.descriptor().keyVariable()).isEmpty();
        assertThat(found.quote(SOUND.request(), MediaFindings.NONE)).isEqualTo(Quote.FREE);
    }

    @Test
    void asksForEverythingTheRendererUsesInOrder() {
        OutgoingRequest request = HALF.request(SOUND.prompt("Shot 1 [0-3s] @anna waves Shot 2 [3-5s] she bows")
                .startImage("first.png")
                .request());

        assertThat(request.method()).isEqualTo("LOCAL");
        assertThat(request.url()).isEqualTo("preview:render");
        assertThat(request.body().keySet())
                .containsExactly(
                        "prompt",
                        "references",
                        "start_image",
                        "width",
                        "height",
                        "fps",
                        "duration",
                        "seed",
                        "aspect_ratio",
                        "resolution",
                        "shots");
        assertThat(request.body())
                .containsEntry("width", 640)
                .containsEntry("height", 360)
                .containsEntry("fps", 12)
                .containsEntry("duration", 5)
                .containsEntry("seed", 7L)
                .containsEntry("start_image", "first.png")
                .containsEntry(
                        "references",
                        List.of(Map.of(
                                "name", "anna",
                                "kind", "image",
                                "source", "https://example.com/IMAGE",
                                "role", "character")))
                .containsEntry(
                        "shots",
                        List.of(
                                Map.of("number", 1, "from", 0.0, "to", 3.0, "caption", "@anna waves"),
                                Map.of("number", 2, "from", 3.0, "to", 5.0, "caption", "she bows")));
    }

    @Test
    void leavesOutWhatWasNotSaid() {
        assertThat(HALF.request(SOUND.request()).body()).doesNotContainKeys("start_image", "shots");
    }

    @ParameterizedTest
    @CsvSource({
        "WIDE, P720, 640, 360, 1280, 720",
        "TALL, P720, 360, 640, 720, 1280",
        "SQUARE, P720, 480, 480, 960, 960",
        "CLASSIC, P720, 552, 416, 1104, 832",
        "CLASSIC_TALL, P720, 416, 552, 832, 1104",
        "WIDE, P1080, 960, 540, 1920, 1080",
        "TALL, P1080, 540, 960, 1080, 1920",
        "SQUARE, P1080, 720, 720, 1440, 1440",
        "CLASSIC, P1080, 824, 624, 1648, 1248",
        "CLASSIC_TALL, P1080, 624, 824, 1248, 1648"
    })
    void drawsHalfTheSizeUnlessFullIsAskedFor(
            AspectRatio ratio, Resolution resolution, int halfWidth, int halfHeight, int width, int height) {
        SampleRequest sample = SOUND.format(ratio, resolution);

        assertThat(HALF.request(sample.request()).body())
                .containsEntry("width", halfWidth)
                .containsEntry("height", halfHeight)
                .containsEntry("fps", 12);
        assertThat(FULL.request(sample.request()).body())
                .containsEntry("width", width)
                .containsEntry("height", height)
                .containsEntry("fps", 24);
    }

    @Test
    void understandsTheSizeSettingAndNothingElse() {
        assertThat(HALF.options()).singleElement().satisfies(option -> {
            assertThat(option.variable("preview")).isEqualTo("PREVIEW_SIZE");
            assertThat(option.allows("full")).isTrue();
            assertThat(option.allows("half")).isTrue();
            assertThat(option.allows("huge")).isFalse();
        });
        assertThat(FULL.with(Map.of("size", "half")).request(SOUND.request()).body())
                .containsEntry("width", 640);
    }

    @Test
    void saysWhatItIsAndNothingMoreWhenEverythingIsObeyed() {
        Switches obeyed = new Switches(
                Optional.of(false), Optional.of(false), Optional.of(ShotType.SINGLE), Optional.of(true), false);

        assertThat(HALF.warnings(SOUND.switches(obeyed).request()))
                .containsExactly(
                        "This is a preview drawn on this machine (640x360, 12 frames a second), not a WAN 2.7 film.");
        assertThat(FULL.warnings(SOUND.request())).singleElement().asString().contains("1280x720, 24 frames");
    }

    @Test
    void saysOfEachValueThatItHasNoEffect() {
        Switches without = new Switches(
                Optional.of(true), Optional.of(true), Optional.of(ShotType.MULTI), Optional.of(false), false);
        MediaSource file = new MediaSource.Local("a");
        Reference voiced = new Reference(Optional.of("anna"), MediaKind.IMAGE, file, Optional.of(file), Role.CHARACTER);
        SampleRequest sample = SOUND.switches(without)
                .references(List.of(voiced))
                .negativePrompt("blur")
                .startImage("first.png");

        assertThat(HALF.warnings(sample.request()).stream().skip(1))
                .containsExactly(
                        "preview is silent: audio has no effect",
                        "preview is silent: voice has no effect",
                        "preview shows the prompt as written: prompt_expansion has no effect",
                        "preview always bears its PREVIEW mark: watermark has no effect",
                        "preview cuts where the prompt's shots say: shot_type has no effect",
                        "preview does not read negative_prompt: it has no effect",
                        "preview keeps aspect_ratio; elsewhere start_image sets it");
    }
}
