package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilmNameTest {
    @Test
    void namesAFilmByDayPromptAndTask() {
        assertThat(FilmName.of(LocalDate.of(2026, 11, 20), "@anna and Robot: dance!", "wv_1m7wkkcsph1hys5hfk7w"))
                .isEqualTo("2026-11-20 anna-and-robot-dance 5hfk7w.mp4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Overall: warm cartoon. Shot 1 [0-3s] Wide shot: Image 1 enters a café. Shot 2 [3-6s] She sits.|image-1-enters-a-cafe",
                "Overall: a rainy street at night, @anna waits.|a-rainy-street-at-night-anna-waits",
                "Create a 5 second cinematic video of @anna riding a horse|anna-riding-a-horse",
                "Please generate a video where two robots dance|two-robots-dance",
                "Shot 1 [0-3s] Close-up: Image 1 smiles|image-1-smiles",
                "Wide shot of a lighthouse in a storm|a-lighthouse-in-a-storm",
                "整体风格：水墨画。镜头1 [0-3秒] 安娜走进茶馆。|安娜走进茶馆",
                "Style: |style",
                "A film crew films a film|a-film-crew-films-a-film"
            })
    void leavesOutTheWordsThatLeadUpToTheFilm(String prompt, String slug) {
        assertThat(FilmName.of(LocalDate.of(2026, 11, 20), prompt, "wv_1m7wkkcsph1hys5hfk7w"))
                .isEqualTo("2026-11-20 " + slug + " 5hfk7w.mp4");
    }

    @Test
    void keepsLettersOfEveryScriptAndDropsWhatFileSystemsDislike() {
        assertThat(FilmName.slug("../..\\a:b*c?\"<>|\u0000\u202Ed")).isEqualTo("a-b-c-d");
        assertThat(FilmName.slug("Élan über Ødegård")).isEqualTo("elan-uber-ødegard");
        assertThat(FilmName.slug("图1 在雨中 跳舞")).isEqualTo("图1-在雨中-跳舞");
    }

    @Test
    void cutsAtAWordAndNeverInsideACharacter() {
        assertThat(FilmName.slug("one two three four five six seven eight nine ten"))
                .isEqualTo("one-two-three-four-five-six-seven-eight");
        assertThat(FilmName.slug("x".repeat(500))).hasSize(40);
        String rare = FilmName.slug("\uD840\uDC00".repeat(100));
        assertThat(rare.codePointCount(0, rare.length())).isEqualTo(40);
        assertThat(rare.getBytes(StandardCharsets.UTF_8)).hasSize(160);
    }

    @Test
    void callsAFilmWithoutWordsAFilm() {
        assertThat(FilmName.slug("!!! \uD83D\uDE00")).isEqualTo("film");
    }

    @Test
    void keepsToAsciiWhereTheLocaleHasNoOtherLetters() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        Predicate<String> ascii = name -> name.matches("\\p{ASCII}*");
        assertThat(FilmName.of(day, "@anna 在公园里向 @robot 挥手", "wv_0000000000005tz0k1", ascii))
                .isEqualTo("2026-11-20 anna-robot 5tz0k1.mp4");
        assertThat(FilmName.of(day, "在公园里", "wv_0000000000005tz0k1", ascii)).isEqualTo("2026-11-20 film 5tz0k1.mp4");
    }
}
