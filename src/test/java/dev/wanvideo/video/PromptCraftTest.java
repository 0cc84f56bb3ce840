package dev.wanvideo.video;

import static dev.wanvideo.video.SampleRequest.image;
import static dev.wanvideo.video.SampleRequest.reference;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What prompts are warned of because the guide of the model knows it to go wrong. */
final class PromptCraftTest {
    private static final List<Reference> CAST =
            List.of(image("anna"), image("ben"), reference("room", MediaKind.IMAGE, Role.SCENE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@anna says: \"Hello there.\"",
                "@anna turns to @ben and whispers softly, “Come with me.”",
                "@anna is saying happily 'now': \"Let us go\"",
                "@anna说：“Hello!”",
                "@anna sings 「こんにちは」",
            })
    void missesTheLanguageOfALine(String prompt) {
        assertThat(warnings(prompt))
                .singleElement()
                .asString()
                .contains("no language is stated")
                .contains("audio in English");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@anna says in English: \"Hello there.\"",
                "@anna says: \"Hello there.\" Audio in English.",
                "@anna用英语说：“Hello!”",
                "@anna说：“你好，世界！”",
                "@anna holds a sign that reads \"Hello\"",
                "The film \"Hello\" says nothing. @anna waves.",
                "@anna says nothing.",
            })
    void isContentWithLinesWhoseLanguageIsKnown(String prompt) {
        assertThat(warnings(prompt)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@anna, a woman with long blond hair and freckles, waves",
                "Image 1 has blue eyes and dances",
                "@anna (blue-eyed) waves",
                "@anna has a round face and smiles. Then she leaves.",
                "@anna有着蓝眼睛，在跳舞",
            })
    void warnsOfLooksThatCompeteWithThePicture(String prompt) {
        assertThat(warnings(prompt)).singleElement().asString().startsWith("The looks of @anna are described (");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@anna wears a red coat and waves",
                "@room: a blonde wooden floor",
                "@anna waves. A stranger with long blond hair watches.",
                "@anna says in English: \"You have blue eyes\"",
                "A dog with dark hair follows @anna",
            })
    void leavesOtherLooksAlone(String prompt) {
        assertThat(warnings(prompt)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The two people in @anna dance",
                "Both of them from Image 1 wave",
                "The man in @anna kisses the woman in @anna",
                "The one on the left in Image 1 and the one on the right in Image 1 dance",
                "the couple shown in @anna walks",
                "@anna里的两个人在跳舞",
                "图1中的所有人都在笑",
            })
    void warnsOfSeveralPeopleInOneReference(String prompt) {
        assertThat(warnings(prompt)).singleElement().asString().startsWith("Several people are named in @anna;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The woman in @anna dances with the man in @ben",
                "The woman in @anna sits down; then the woman in Image 1 smiles",
                "@anna and @ben, both in @room, dance",
                "Two people meet: @anna and @ben",
                "The people in @room applaud @anna",
            })
    void isContentWithOnePersonInEach(String prompt) {
        assertThat(warnings(prompt)).isEmpty();
    }

    /** Each prompt speaks of some of the cast only, which is another warning. */
    private static List<String> warnings(String prompt) {
        return Prompt.read(prompt, CAST).warnings().stream()
                .filter(warning -> !warning.contains("is never mentioned"))
                .toList();
    }
}
