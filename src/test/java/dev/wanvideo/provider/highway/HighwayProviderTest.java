package dev.wanvideo.provider.highway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.NoJobs;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestCheck;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.SampleRequest;
import dev.wanvideo.video.ShotType;
import dev.wanvideo.video.Switches;
import dev.wanvideo.video.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HighwayProviderTest {
    private static final Provider HIGHWAY = new HighwayProvider();
    private static final SampleRequest SOUND = SampleRequest.sound();

    @ParameterizedTest
    @CsvSource({
        "WIDE, P720, 1280*720", "TALL, P720, 720*1280", "SQUARE, P720, 960*960",
        "CLASSIC, P720, 1088*832", "CLASSIC_TALL, P720, 832*1088", "WIDE, P1080, 1920*1080",
        "TALL, P1080, 1080*1920", "SQUARE, P1080, 1440*1440", "CLASSIC, P1080, 1632*1248",
        "CLASSIC_TALL, P1080, 1248*1632"
    })
    void asksForTheSizesOfItsOwnTable(AspectRatio ratio, Resolution resolution, String size) {
        assertThat(HIGHWAY.request(SOUND.format(ratio, resolution).request()).body())
                .containsEntry("size", size);
    }

    @Test
    void tellsNoPriceButTheOwners() {
        Provider told = HIGHWAY.with(Map.of("price_usd_per_second", "0.084"));

        assertThat(HIGHWAY.quote(SOUND.request(), MediaFindings.NONE)).isEqualTo(Quote.UNKNOWN);
        assertThat(told.quote(SOUND.request(), MediaFindings.NONE)).isEqualTo(Quote.exactly(new BigDecimal("0.42")));
    }

    @Test
    void countsTheStartImageAmongTheFive() {
        assertThat(violations(SOUND.references(SampleRequest.references(5, 0)))).isEmpty();
        assertThat(violations(SOUND.references(SampleRequest.references(5, 0)).startImage("https://example.com/s.png")))
                .isNotEmpty();
    }

    @Test
    void takesNoMoreThanThreeClips() {
        assertThat(violations(SOUND.references(SampleRequest.references(2, 3)))).isEmpty();
        assertThat(violations(SOUND.references(SampleRequest.references(1, 4))))
                .extracting(Violation::limit)
                .containsExactly("0-3 videos; nearest: leave out 1");
    }

    @Test
    void warnsOfWhatMayHaveNoEffectAndOfOtherPixels() {
        Switches said = new Switches(
                Optional.empty(), Optional.of(false), Optional.of(ShotType.MULTI), Optional.empty(), false);

        assertThat(HIGHWAY.warnings(SOUND.request())).isEmpty();
        assertThat(HIGHWAY.warnings(SOUND.switches(said)
                        .format(AspectRatio.CLASSIC, Resolution.P720)
                        .request()))
                .satisfiesExactly(
                        pixels -> assertThat(pixels).contains("1088x832", "1104x832"),
                        shots -> assertThat(shots).contains("shot_type"),
                        sound -> assertThat(sound).contains("audio"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // four clips
                "{'url':'https://a/1','type':'reference_video'},{'url':'https://a/2','type':'reference_video'},"
                        + "{'url':'https://a/3','type':'reference_video'},{'url':'https://a/4','type':'reference_video'}",
                // no reference
                "{'url':'https://a/1','type':'first_frame'}",
                // two first frames
                "{'url':'https://a/1','type':'reference_image'},{'url':'https://a/2','type':'first_frame'},"
                        + "{'url':'https://a/3','type':'first_frame'}",
                // a first frame with a voice
                "{'url':'https://a/1','type':'reference_image'},"
                        + "{'url':'https://a/2','type':'first_frame','reference_voice':'https://a/v'}"
            })
    void refusesOnItsOwnSideWhatNoSingleFieldShows(String media) {
        String body = ("{'prompt':'character1 waves','media':[" + media + "]}").replace('\'', '"');

        EmulatedAnswer answer = HIGHWAY.emulated()
                .orElseThrow()
                .answer(call(Map.of("content-type", "application/json"), body), new NoJobs());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).contains("media", "INVALID_REQUEST_BODY");
    }

    @Test
    void refusesABodyThatDoesNotSayItIsJson() {
        assertThat(HIGHWAY.emulated()
                        .orElseThrow()
                        .answer(call(Map.of(), "{}"), new NoJobs())
                        .json())
                .contains("Content-Type");
    }

    private static EmulatedCall call(Map<String, String> headers, String body) {
        return new EmulatedCall("POST", HighwayWire.CREATE, Map.of(), headers, body, "http://127.0.0.1:8099/highway");
    }

    private static List<Violation> violations(SampleRequest sample) {
        ReferenceVideoRequest request = sample.request();
        return RequestCheck.ofConstraints(request, HIGHWAY.descriptor().constraints()).stream()
                .filter(violation -> !violation.field().equals("start_image"))
                .toList();
    }
}
