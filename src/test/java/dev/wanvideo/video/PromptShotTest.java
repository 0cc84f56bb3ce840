package dev.wanvideo.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PromptShotTest {
    private static final String GUIDE =
            "Overall: warm cartoon. Shot 1 [0-3s] Wide shot: Image 1 enters. Shot 2 [3-6s] Close-up: Image 1 smiles.";

    private static Prompt read(String text) {
        return Prompt.read(text, List.of());
    }

    @Test
    void readsTheShotsOfTheGuide() {
        assertThat(read(GUIDE).shots())
                .containsExactly(
                        new Shot(1, 0, 3, "Wide shot: Image 1 enters."),
                        new Shot(2, 3, 6, "Close-up: Image 1 smiles."));
        assertThat(read(GUIDE).shotWarnings(6)).isEmpty();
        assertThat(read(GUIDE).timeline(6)).isEqualTo(read(GUIDE).shots());
        assertThat(read(GUIDE).overall()).isEqualTo("Overall: warm cartoon.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Shot 2 [0-3s] Wide           | 0   | 3
                    shot 2 [0s-3s]: Wide         | 0   | 3
                    SHOT 2: [0.5–3 s] Wide       | 0.5 | 3
                    Shot2[0,5 — 3 sec] - Wide    | 0.5 | 3
                    Shot 2 (0 to 3 seconds) Wide | 0   | 3
                    Shot 2 [00:01-00:03] Wide    | 1   | 3
                    Shot 2 [0:59-1:02] Wide      | 59  | 62
                    镜头2 [0-3秒] Wide             | 0   | 3
                    镜头 2【0秒至3秒】：Wide          | 0   | 3
                    动画风格。镜头2［1～3秒］Wide      | 1   | 3
                    """)
    void readsEachSpellingOfAShot(String text, double from, double to) {
        assertThat(read(text).shots()).containsExactly(new Shot(2, from, to, "Wide"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A long shot [0-3s]", "snapshot 1 [0-3s]", "Shot 1 [later]", "a shot 1 of rum", "Wide shot"})
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(read(text).shots()).isEmpty();
        assertThat(read(text).timeline(5)).containsExactly(new Shot(1, 0, 5, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Shot 1 [0-3s] a Shot 2 [3-6s] b     | 5  | Shot 2 [3-6s] goes beyond the film, which lasts 5 s.
                    Shot 1 [0-3s] a Shot 2 [3-6s] b     | 8  | No shot covers 6-8s.
                    Shot 1 [1-3s] a Shot 2 [3-6s] b     | 6  | No shot covers 0-1s.
                    Shot 1 [0-2.5s] a Shot 2 [3-6s] b   | 6  | No shot covers 2.5-3s.
                    Shot 1 [0-4s] a Shot 2 [3-6s] b     | 6  | Shot 2 [3-6s] begins before the shot ahead of it ends.
                    Shot 1 [0-1.5s] a Shot 2 [1.5-6s] b | 6  | Shot 1 [0-1.5s] is shorter than 2 s, which the model seldom shows.
                    Shot 1 [0-3s] Shot 2 [3-6s] b       | 6  | Shot 1 [0-3s] does not say what happens.
                    """)
    void warnsOfOddTimes(String text, long seconds, String warning) {
        assertThat(read(text).shotWarnings(seconds)).containsExactly(warning);
    }

    @Test
    void warnsOfAShotThatEndsBeforeItBegins() {
        assertThat(read("Shot 1 [3-0s] a").shotWarnings(5)).contains("Shot 1 [3-0s] ends before it begins.");
    }

    @Test
    void warnsOfShotsWithoutATime() {
        assertThat(read("Shot 1: a. Shot 2: b. Shot 3: [0-5s] c").shotWarnings(5))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Shot 1 says no time"),
                        two -> assertThat(two).startsWith("Shot 2 says no time"));
    }

    @Test
    void closesGapsAndCutsOverlaps() {
        assertThat(read("Shot 1 [1-2s] a Shot 2 [3-6s] b Shot 3 [5-7s] c").timeline(10))
                .containsExactly(new Shot(1, 0, 3, "a"), new Shot(2, 3, 5, "b"), new Shot(3, 5, 10, "c"));
    }

    @Test
    void leavesOutShotsThatNoFilmOfThisLengthReaches() {
        assertThat(read("Shot 1 [0-3s] a Shot 2 [3-8s] b Shot 3 [8-9s] c").timeline(5))
                .containsExactly(new Shot(1, 0, 3, "a"), new Shot(2, 3, 5, "b"));
    }

    @Test
    void putsShotsInTheOrderOfTheirTimes() {
        assertThat(read("Shot 2 [3-5s] b Shot 1 [0-3s] a").timeline(5))
                .containsExactly(new Shot(1, 0, 3, "a"), new Shot(2, 3, 5, "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shot 1 [3-0s] a", "Shot 1 [9-12s] a", "Shot 1 [0-0s] a", "plain", "", "  "})
    void alwaysCoversTheFilmWithCaptions(String text) {
        assertThat(read(text).timeline(5)).singleElement().satisfies(shot -> {
            assertThat(shot.from()).isZero();
            assertThat(shot.to()).isEqualTo(5);
            assertThat(shot.caption()).isNotBlank();
        });
    }

    @Test
    void captionsAShotThatSaysNothingWithItsNumber() {
        assertThat(read("Shot 1 [0-3s] Shot 2 [3-5s]: ").timeline(5))
                .extracting(Shot::caption)
                .containsExactly("Shot 1", "Shot 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Anna waves                      | SINGLE
                    Shot 1 [0-5s] a                 | SINGLE
                    Shot 1 [0-3s] a Shot 2 [3-5s] b | MULTI
                    """)
    void takesTwoShotsForSeveralTakes(String text, ShotType type) {
        assertThat(read(text).shotType()).isEqualTo(type);
    }
}
