package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.Wan27;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code create_reference_video} takes and refuses, up to and past each limit. */
final class CreateLimitsTest extends OnBench {
    private static final String NOTHING = "Nothing was submitted or charged.";

    @Test
    void saysAllThatIsWrongAtOnceWhoeverFindsIt() {
        Answer answer = create(
                "{\"prompt\":\"Image 3 dances\",\"references\":[{\"image\":\"" + folder.resolve("gone.png")
                        + "\"},{\"image\":\"http://127.0.0.1/a.png\",\"voice\":\"" + bench.picture("v.mp3")
                        + "\"}],\"start_image\":\"/etc/passwd\",\"duration\":99,\"seed\":-1,\"audio\":\"loud\",\"colour\":1}");
        assertThat(Bench.facts(answer)
                        .at("/error/violations")
                        .valueStream()
                        .map(v -> v.get("field").asString()))
                .contains(
                        "prompt",
                        "references[0].image",
                        "references[1].image",
                        "references[1].voice",
                        "start_image",
                        "duration",
                        "seed",
                        "audio",
                        "colour")
                .doesNotHaveDuplicates();
        assertThat(answer.text()).contains(NOTHING, "duration is 99; allowed: 2-15");
        assertThat(tasks.wanted).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamedWithTheWayItWasWritten() {
        Answer answer = create("{\"prompt\":\"x\",\"references\":[\"nowhere.png\"]}");
        assertThat(category(answer)).isEqualTo("not_found");
        assertThat(answer.text()).contains("references[0].image is nowhere.png").doesNotContain(folder.toString());
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefused() throws Exception {
        Path lie = Files.writeString(folder.resolve("lie.png"), "<html>no picture</html>");
        Answer answer = create("{\"prompt\":\"x\",\"references\":[\"" + lie + "\"]}");
        assertThat(answer.error()).isTrue();
        assertThat(answer.text()).contains("references[0].image", NOTHING);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "prompt, 5001",
        "negative_prompt, 501",
    })
    void refusesTextsPastTheirLimit(String field, int length) {
        String text = "\ud83d\ude00".repeat(length);
        Answer answer = create(argument(field, "\"" + text + "\""));
        assertThat(violated(answer)).containsExactly(field);
        assertThat(answer.text()).contains(length + " characters");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"prompt, 1", "prompt, 5000", "negative_prompt, 500"})
    void takesTextsUpToTheirLimitCountedInCodePoints(String field, int length) {
        String text = "\ud83d\ude00".repeat(length);
        assertThat(create(argument(field, "\"" + text + "\"")).error()).isFalse();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"duration, 2", "duration, 15", "seed, 0", "seed, 2147483647", "wait_seconds, 0", "max_cost_usd, 0"})
    void takesNumbersUpToTheirLimits(String field, String value) {
        assertThat(create(argument(field, value)).error()).isFalse();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "duration, 1",
        "duration, 16",
        "seed, -1",
        "seed, 2147483648",
        "wait_seconds, -1",
        "wait_seconds, 46",
        "max_cost_usd, -0.01"
    })
    void refusesNumbersPastTheirLimits(String field, String value) {
        Answer answer = create(argument(field, value));
        assertThat(violated(answer)).containsExactly(field);
        assertThat(answer.text()).contains(field + " is " + value, NOTHING);
    }

    @Test
    void theLimitsInTheseTestsAreThoseOfTheModel() {
        assertThat(Wan27.PROMPT.max()).isEqualTo(5000);
        assertThat(Wan27.NEGATIVE_PROMPT.max()).isEqualTo(500);
        assertThat(Wan27.DURATION.min()).isEqualTo(2);
        assertThat(Wan27.DURATION.max()).isEqualTo(15);
        assertThat(Wan27.SEED.max()).isEqualTo(2_147_483_647L);
        assertThat(Wan27.REFERENCES.max()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0} references")
    @CsvSource({"1, false", "5, false", "0, true", "6, true", "60, true"})
    void takesOneToFiveReferences(int count, boolean refused) {
        String cast = IntStream.range(0, count)
                .mapToObj(i -> "\"" + bench.picture("p" + i % 6 + ".png") + "\"")
                .collect(Collectors.joining(","));
        Answer answer = create("{\"prompt\":\"x\",\"dry_run\":true,\"references\":[" + cast + "]}");
        assertThat(answer.error()).isEqualTo(refused);
        if (refused) {
            assertThat(violated(answer)).containsExactly("references");
            assertThat(answer.text()).contains("references is " + count + " given; allowed: 1-5");
        }
    }

    @Test
    void aFilmWithAClipIsHeldToTheShorterLength() {
        Answer answer = create("{\"prompt\":\"x\",\"references\":[{\"video\":\"gone.mp4\"}],\"duration\":11}");
        assertThat(violated(answer)).contains("duration");
        assertThat(answer.text()).contains("2-10 whole seconds when a reference is a video");
    }

    @Test
    void refusesAnUnknownProviderWithThoseThereAre() {
        Answer answer = create(bench.film("'provider':'nobody'"));
        assertThat(answer.error()).isTrue();
        assertThat(answer.text()).contains("nobody", "preview", NOTHING);
    }

    private String argument(String field, String value) {
        String cast = "\"references\":[\"" + bench.picture("anna.png") + "\"]";
        String prompt = field.equals("prompt") ? "" : ",\"prompt\":\"x\"";
        return "{" + cast + prompt + ",\"" + field + "\":" + value + "}";
    }

    private static List<String> violated(Answer answer) {
        return Bench.facts(answer)
                .at("/error/violations")
                .valueStream()
                .map(violation -> violation.get("field").asString())
                .toList();
    }
}
