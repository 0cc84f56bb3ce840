package dev.wanvideo.video;

import static dev.wanvideo.video.SampleRequest.image;
import static dev.wanvideo.video.SampleRequest.reference;
import static dev.wanvideo.video.SampleRequest.video;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestCheckTest {
    private static List<String> sentences(SampleRequest sample) {
        return RequestCheck.violations(sample.request(), Wan27.ALL).stream()
                .map(Violation::sentence)
                .toList();
    }

    private static SampleRequest cast(Reference... references) {
        return SampleRequest.sound().prompt("nobody").references(List.of(references));
    }

    @Test
    void findsNothingWrongWithASoundRequest() {
        assertThat(sentences(SampleRequest.sound())).isEmpty();
    }

    @Test
    void tellsEverythingAtOnceInTheOrderOfTheArguments() {
        SampleRequest wrong = cast(image("anna"), video("Anna"), image("b c"), image(""), image(""), image(""))
                .prompt("Image 9 " + "x".repeat(5000))
                .negativePrompt("x".repeat(501))
                .seconds(16)
                .seed(-1);

        assertThat(RequestCheck.violations(wrong.request(), Wan27.ALL))
                .extracting(Violation::field)
                .containsExactly(
                        "prompt",
                        "prompt",
                        "references",
                        "references[1].name",
                        "references[2].name",
                        "negative_prompt",
                        "duration",
                        "duration",
                        "seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Anna", "小明", "Zoë", "bob-2_x", "a123456789012345678901234567890b", "𠮷野家"})
    void acceptsNames(String name) {
        assertThat(sentences(cast(image(name)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "1a", "_a", "-a", "a b", "a.b", "@a", "a\n", "🎬", "a1234567890123456789012345678901b"})
    void refusesNames(String name) {
        assertThat(sentences(cast(image(""), image(name))))
                .containsExactly("references[1].name is " + name
                        + "; allowed: a letter and up to 31 more letters, digits, _ or -");
    }

    @Test
    void refusesANameTwiceWhateverItsCase() {
        assertThat(sentences(cast(image("Zoë"), image(""), video("ZOË"))))
                .containsExactly(
                        "references[2].name is ZOË; allowed: a name of its own; references[0].name has this one");
    }

    @Test
    void refusesASecondStoryboardAndAStoryboardClip() {
        Reference picture = reference("", MediaKind.IMAGE, Role.STORYBOARD);
        Reference clip = reference("", MediaKind.VIDEO, Role.STORYBOARD);

        assertThat(sentences(cast(picture, image("")))).isEmpty();
        assertThat(sentences(cast(image(""), picture, picture)))
                .containsExactly("references[2].role is storyboard; allowed: storyboard for one image only");
        assertThat(sentences(cast(clip)))
                .containsExactly("references[0].role is storyboard; allowed: storyboard for one image only");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n\t", "\u3000"})
    void refusesABlankPrompt(String prompt) {
        assertThat(sentences(SampleRequest.sound().prompt(prompt)))
                .containsExactly("prompt is blank; allowed: words that say what happens");
    }

    @Test
    void tellsAnEmptyPromptOnce() {
        assertThat(sentences(SampleRequest.sound().prompt("")))
                .containsExactly("prompt is 0 characters; allowed: 1-5000 characters");
    }

    @Test
    void refusesAnEndlessPromptForItsLengthAlone() {
        assertThat(sentences(SampleRequest.sound().prompt("Image 9 ".repeat(1_000_000))))
                .containsExactly(
                        "prompt is 8000000 characters; allowed: 1-5000 characters; nearest: 7995000 characters fewer");
    }
}
