package dev.wanvideo.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.NoJobs;
import dev.wanvideo.provider.Option;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DashscopeProviderTest {
    private static final Provider DASHSCOPE = new DashscopeProvider();
    private static final SampleRequest SOUND = SampleRequest.sound();
    private static final Map<String, String> HEADERS =
            Map.of("content-type", "application/json", "x-dashscope-async", "enable");

    @ParameterizedTest
    @CsvSource({
        "https://dashscope-intl.aliyuncs.com, 0.5, 0.75",
        "https://dashscope.aliyuncs.com/api/v1, 0.43006, 0.716765",
        "https://w1.cn-beijing.maas.aliyuncs.com, 0.43006, 0.716765",
        "https://w1.ap-southeast-1.maas.aliyuncs.com/api/v1/, 0.5, 0.75",
        "http://127.0.0.1:8099/dashscope, 0.5, 0.75"
    })
    void quotesByRegion(String base, BigDecimal usd720, BigDecimal usd1080) {
        Provider there = DASHSCOPE.with(Map.of("base_url", base));

        assertThat(high(there, SOUND)).isCloseTo(usd720, Offset.offset(new BigDecimal("0.0001")));
        assertThat(high(there, SOUND.format(AspectRatio.WIDE, Resolution.P1080)))
                .isCloseTo(usd1080, Offset.offset(new BigDecimal("0.0001")));
    }

    /** Of five seconds at $0.10, with so many clips of this length. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 0.8",
        "1, 30, 1.0",
        "2, 2, 0.9",
        "2, 9, 1.0",
        "3, 9, 0.995",
        "4, 9, 1.0",
        "5, 9, 1.0",
        "5, 1, 1.0"
    })
    void billsEachClipUpToACap(int clips, double seconds, BigDecimal usd) {
        Quote quote = DASHSCOPE.quote(SOUND.references(clips(clips)).request(), lengths(clips, seconds));

        assertThat(quote).isEqualTo(Quote.exactly(usd.stripTrailingZeros()));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.6, 1.0", "2, 0.7, 1.0", "5, 1.0, 1.0"})
    void quotesARangeWhereNobodyLookedAtTheClips(int clips, BigDecimal low, BigDecimal high) {
        Quote quote = DASHSCOPE.quote(SOUND.references(clips(clips)).request(), MediaFindings.NONE);

        assertThat(quote.lowUsd()).hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo(low));
        assertThat(quote.highUsd()).hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo(high));
    }

    @Test
    void understandsTheModelsItKnows() {
        Option model = DASHSCOPE.options().stream()
                .filter(option -> option.name().equals("model"))
                .findFirst()
                .orElseThrow();

        assertThat(model.variable("dashscope")).isEqualTo("DASHSCOPE_MODEL");
        assertThat(model.allows("wan2.7-r2v-2026-06-12")).isTrue();
        assertThat(model.allows("wan2.6-r2v")).isFalse();
    }

    @Test
    void listsTheTasksOfTheModelThatIsSet() {
        Provider dated = DASHSCOPE.with(Map.of("model", "wan2.7-r2v-2026-06-12"));

        assertThat(dated.wire().orElseThrow().list().orElseThrow().url()).contains("model_name=wan2.7-r2v-2026-06-12&");
    }

    @Test
    void warnsThatAStartImageSetsTheShape() {
        SampleRequest framed = SOUND.startImage("https://example.com/s.png");

        assertThat(DASHSCOPE.warnings(framed.request())).isEmpty();
        assertThat(DASHSCOPE.warnings(
                        framed.format(AspectRatio.TALL, Resolution.P720).request()))
                .singleElement()
                .asString()
                .contains("aspect_ratio");
    }

    @Test
    void refusesACallThatDoesNotSayItWaits() {
        EmulatedAnswer answer = post(Map.of("content-type", "application/json"), "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json()).contains("AccessDenied", "synchronous");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no reference
                "'media':[{'type':'first_frame','url':'https://a/1'}]}",
                // two first frames
                "'media':[{'type':'reference_image','url':'https://a/1'},{'type':'first_frame','url':'https://a/2'},"
                        + "{'type':'first_frame','url':'https://a/3'}]}",
                // a first frame with a voice
                "'media':[{'type':'reference_image','url':'https://a/1'},"
                        + "{'type':'first_frame','url':'https://a/2','reference_voice':'https://a/v'}]}",
                // eleven seconds with a clip
                "'media':[{'type':'reference_video','url':'https://a/1'}]},'parameters':{'duration':11}"
            })
    void refusesOnItsOwnSideWhatNoSingleFieldShows(String rest) {
        String body = ("{'model':'wan2.7-r2v','input':{'prompt':'Image 1 waves'," + rest + "}").replace('\'', '"');

        EmulatedAnswer answer = post(HEADERS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()).contains("InvalidParameter");
    }

    private static EmulatedAnswer post(Map<String, String> headers, String body) {
        EmulatedCall call = new EmulatedCall(
                "POST", "/api/v1" + DashscopeWire.CREATE, Map.of(), headers, body, "http://127.0.0.1:8099/dashscope");
        return DASHSCOPE.emulated().orElseThrow().answer(call, new NoJobs());
    }

    private static BigDecimal high(Provider provider, SampleRequest sample) {
        return provider.quote(sample.request(), MediaFindings.NONE).highUsd().orElseThrow();
    }

    private static List<Reference> clips(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Reference(Optional.empty(), MediaKind.VIDEO, address(i), Optional.empty(), Role.CHARACTER))
                .toList();
    }

    private static MediaFindings lengths(int count, double seconds) {
        Map<String, MediaFacts> facts = new HashMap<>();
        for (int i = 0; i < count; i++) {
            facts.put(address(i).text(), new MediaFacts("video/mp4", 10, Optional.empty(), Optional.of(seconds)));
        }
        return new MediaFindings(facts);
    }

    private static MediaSource address(int number) {
        return new MediaSource.Remote(URI.create("https://example.com/" + number + ".mp4"));
    }
}
