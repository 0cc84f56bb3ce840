package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.RequestMedia;
import dev.wanvideo.video.SampleRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is known about the media chooses among the real providers. */
final class MediaChoiceTest {
    private static final MediaSource VOICE = new MediaSource.Remote(URI.create("https://example.com/v"));
    private static final ReferenceVideoRequest VOICED = SampleRequest.sound()
            .references(List.of(Edges.voiced(VOICE)))
            .seconds(5)
            .request();
    private static final ReferenceVideoRequest PICTURED = SampleRequest.sound()
            .references(SampleRequest.references(1, 0))
            .seconds(5)
            .request();

    private static final MediaFacts PICTURE = picture(3_000_000, new FrameSize(1024, 768), Optional.of(false));

    @Test
    void giveTheLongFlacVoiceToTheOnlyOneThatTakesIt() {
        assertThat(takers(VOICED, voice("audio/flac", 20.0))).containsExactly("highway");
        assertThat(chosen(VOICED, voice("audio/flac", 20.0))).contains("highway");
    }

    @Test
    void giveTheShortVoiceToAnotherThanTheOneThatWantsThreeSeconds() {
        assertThat(takers(VOICED, voice("audio/wav", 2.0)))
                .contains("dashscope", "evolink")
                .doesNotContain("highway");
        assertThat(takers(VOICED, voice("audio/wav", 5.0))).contains("dashscope", "evolink", "highway");
    }

    @Test
    void giveThePictureOfFifteenMegabytesToThoseThatTakeTwenty() {
        MediaFacts heavy = picture(15 * 1024 * 1024, new FrameSize(4000, 3000), Optional.of(false));

        assertThat(takers(PICTURED, PICTURE)).contains("dashscope", "evolink", "highway");
        assertThat(takers(PICTURED, heavy)).contains("dashscope", "evolink").doesNotContain("highway");
        assertThat(reasons(PICTURED, heavy, "highway"))
                .anyMatch(reason -> reason.contains("15.0 MB long") && reason.contains("at most 10 MB"));
    }

    @Test
    void judgeNothingThatNobodyKnows() {
        assertThat(takers(VOICED, new MediaFacts("audio/wav", 0, Optional.empty(), Optional.empty())))
                .contains("dashscope", "evolink", "highway");
        assertThat(takers(PICTURED, picture(0, new FrameSize(1024, 768), Optional.empty())))
                .containsAll(takers(PICTURED, PICTURE));
    }

    @Test
    void tellWhyNobodyTakesIt() {
        assertThat(takers(PICTURED, picture(3_000_000, new FrameSize(1024, 768), Optional.of(true))))
                .isEmpty();
        assertThat(takers(PICTURED, picture(3_000_000, new FrameSize(2401, 300), Optional.of(false))))
                .isEmpty();
        assertThat(objections(PICTURED, picture(3_000_000, new FrameSize(2401, 300), Optional.of(false))))
                .anyMatch(why -> why.contains("2401x300 pixels") && why.contains("1:8 to 8:1"));
    }

    private static MediaFacts voice(String type, double seconds) {
        return new MediaFacts(type, 500_000, Optional.empty(), Optional.of(seconds));
    }

    private static MediaFacts picture(long bytes, FrameSize size, Optional<Boolean> transparent) {
        return new MediaFacts("image/png", bytes, Optional.of(size), Optional.empty(), transparent, Optional.empty());
    }

    /** Whoever would take the request if it were asked for by name. */
    private static List<String> takers(ReferenceVideoRequest request, MediaFacts facts) {
        return RemoteProviders.all().stream()
                .map(provider -> provider.descriptor().id())
                .filter(id -> plan(request, facts, new Wish(id, Optional.empty())) instanceof PlanOutcome.Planned)
                .toList();
    }

    private static Optional<String> chosen(ReferenceVideoRequest request, MediaFacts facts) {
        return plan(request, facts, Wish.ANY) instanceof PlanOutcome.Planned planned
                ? Optional.of(planned.plan().provider().descriptor().id())
                : Optional.empty();
    }

    private static List<String> objections(ReferenceVideoRequest request, MediaFacts facts) {
        return plan(request, facts, Wish.ANY) instanceof PlanOutcome.Rejected rejected
                ? rejected.refusal().violations().stream()
                        .map(violation -> violation.value() + "; " + violation.limit())
                        .toList()
                : List.of();
    }

    private static List<String> reasons(ReferenceVideoRequest request, MediaFacts facts, String id) {
        return considered(plan(request, facts, Wish.ANY)).stream()
                .filter(one -> one.provider().equals(id))
                .flatMap(one -> one.reasons().stream())
                .toList();
    }

    private static List<Considered> considered(PlanOutcome outcome) {
        return outcome instanceof PlanOutcome.Planned planned
                ? planned.plan().considered()
                : ((PlanOutcome.Rejected) outcome).considered();
    }

    private static PlanOutcome plan(ReferenceVideoRequest request, MediaFacts facts, Wish wish) {
        Map<String, String> keys = RemoteProviders.all().stream()
                .collect(Collectors.toMap(provider -> provider.descriptor().id(), provider -> "secret"));
        ProviderSettings settings = new ProviderSettings(keys, Optional.empty(), List.of(), Optional.empty(), Map.of());
        MediaSource known =
                request == VOICED ? VOICE : RequestMedia.of(request).get(0).source();
        MediaFindings findings = new MediaFindings(Map.of(known.text(), facts));
        return new Planner(new Catalogue(RemoteProviders.all()), settings)
                .plan(request, wish, new Situation(findings, Optional.empty(), Map.of()));
    }
}
