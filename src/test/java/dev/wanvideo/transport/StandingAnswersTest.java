package dev.wanvideo.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StandingAnswersTest {
    private static final OptionalLong ONE = OptionalLong.of(1);
    private static final OptionalLong TWO = OptionalLong.of(2);

    private final StandingAnswers answers = StandingAnswers.some();

    @Test
    void holdUntilTheVersionChanges() {
        keep("a", "first", ONE);
        assertThat(answers.find(utf8("a"), ONE)).asString().isEqualTo("first");
        assertThat(answers.find(utf8("b"), ONE)).isNull();
        assertThat(answers.find(utf8("a"), TWO)).isNull();
        keep("b", "second", TWO);
        assertThat(answers.find(utf8("a"), TWO)).as("of the version before").isNull();
        assertThat(answers.find(utf8("b"), TWO)).asString().isEqualTo("second");
    }

    @Test
    void areNotKeptWhereNobodyCanTellHowLongTheyHold() {
        keep("a", "first", OptionalLong.empty());
        assertThat(answers.find(utf8("a"), OptionalLong.empty())).isNull();
        assertThat(answers.find(utf8("a"), OptionalLong.of(0))).isNull();
        keep("a", "first", ONE);
        assertThat(answers.find(utf8("a"), OptionalLong.empty())).isNull();
    }

    @Test
    void ofManyClientsAreNotKept() {
        StandingAnswers none = StandingAnswers.none();
        none.keep(utf8("a"), utf8("first"), ONE);
        assertThat(none.find(utf8("a"), ONE)).isNull();
    }

    @Test
    void areFewAndSmall() {
        keep("large", "x".repeat(20_000), ONE);
        assertThat(answers.find(utf8("large"), ONE)).isNull();
        for (int i = 0; i < 65; i++) {
            keep("call" + i, "answer", ONE);
        }
        assertThat(answers.find(utf8("call0"), ONE)).isNull();
        assertThat(answers.find(utf8("call64"), ONE)).isNotNull();
    }

    private void keep(String params, String result, OptionalLong before) {
        answers.keep(utf8(params), utf8(result), before);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
