package dev.wanvideo.media.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.Shot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private static Timeline timeline(int fps, int seconds, Optional<Path> start, Shot... shots) {
        FrameSize size = new FrameSize(64, 36);
        return new Timeline(new AnimaticScript(size, fps, seconds, 1, List.of(), start, List.of(shots)));
    }

    private static final Shot FIRST = new Shot(1, 0, 2.5, "a");
    private static final Shot SECOND = new Shot(2, 2.5, 5, "b");

    @Test
    void cutsOnTheFirstFrameOfAShot() {
        Timeline timeline = timeline(12, 5, Optional.empty(), FIRST, SECOND);

        assertThat(timeline.shotAt(29)).isZero();
        assertThat(timeline.shotAt(30)).isEqualTo(1);
        assertThat(timeline.frames()).isEqualTo(60);
    }

    @Test
    void storesCutsCompleteAndNeverWaitsLongerThanTwoSeconds() {
        assertThat(timeline(12, 5, Optional.empty(), FIRST, SECOND).keyFrames()).containsExactly(0, 24, 30, 54);
    }

    @Test
    void showsTheStartImageFirstAndThenLetsTheShotBegin() {
        Timeline timeline = timeline(12, 5, Optional.of(Path.of("start.png")), FIRST, SECOND);

        assertThat(timeline.openingOpacity(0)).isEqualTo(1);
        assertThat(timeline.openingOpacity(0.9)).isEqualTo(1);
        assertThat(timeline.openingOpacity(1.1)).isBetween(0.1, 0.95);
        assertThat(timeline.openingOpacity(1.5)).isZero();
        assertThat(timeline.secondsInto(0, 1.5)).isEqualTo(0.5);
        assertThat(timeline.shareOf(0, 2.5)).isEqualTo(1);
    }

    @Test
    void hasNoOpeningWithoutAStartImage() {
        assertThat(timeline(12, 5, Optional.empty(), FIRST).openingOpacity(0)).isZero();
    }

    @Test
    void picksSettledMomentsForTheSheet() {
        Shot third = new Shot(3, 2, 5, "c");
        Timeline timeline = timeline(12, 5, Optional.empty(), new Shot(1, 0, 2, "a"), third);

        assertThat(timeline.moments(6)).containsExactly(5, 15, 30, 35, 45, 55);
    }
}
