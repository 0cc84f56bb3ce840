package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanJsonTest {
    private final PlanJson json = new PlanJson();

    @Test
    void keepsAWishWithAndWithoutACap() {
        Wish capped = new Wish("beta", Optional.of(new BigDecimal("1.25")));
        assertThat(json.wish(json.wish(capped))).isEqualTo(capped);
        assertThat(json.wish(json.wish(Wish.ANY))).isEqualTo(Wish.ANY);
    }

    @Test
    void keepsWhatWasFoundOutAboutMedia() {
        MediaFindings findings = new MediaFindings(Map.of(
                "anna.png",
                new MediaFacts("image/png", 1234, Optional.of(new FrameSize(640, 480)), Optional.empty()),
                "https://example.com/v.mp3",
                new MediaFacts("audio/mpeg", 5, Optional.empty(), Optional.of(2.5))));
        assertThat(json.findings(json.findings(findings))).isEqualTo(findings);
        assertThat(json.findings(json.findings(MediaFindings.NONE))).isEqualTo(MediaFindings.NONE);
    }

    @Test
    void readsWhatANewerReleaseWroteBeside() {
        assertThat(json.wish("{\"provider\":\"auto\",\"mood\":\"blue\"}")).isEqualTo(Wish.ANY);
        assertThat(json.findings("{\"a.png\":{\"type\":\"image/png\",\"bytes\":1,\"mood\":\"blue\"}}")
                        .facts())
                .hasSize(1);
    }

    @Test
    void whatGrewComparesEqualToWhatIsReadBack() {
        Map<String, Object> told = Map.of("credits", 9L, "usd", 0.25, "steps", List.of(1L, 2L));
        Map<String, Object> grown = json.grown(Map.of("model", "wan"), told);
        assertThat(grown).containsKeys("model", "credits", "usd", "steps");
        assertThat(json.details(json.details(grown))).isEqualTo(grown);
        assertThat(json.grown(grown, told)).isEqualTo(grown);
    }
}
