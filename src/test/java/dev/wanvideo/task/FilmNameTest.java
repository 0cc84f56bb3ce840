package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class FilmNameTest {
    @Test
    void namesAFilmByDayPromptAndTask() {
        assertThat(FilmName.of(LocalDate.of(2026, 11, 20), "@anna and Robot: dance!", "wv_1m7wkkcsph1hys5hfk7w"))
                .isEqualTo("2026-11-20 anna-and-robot-dance 5hfk7w.mp4");
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
