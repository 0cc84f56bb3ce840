package dev.wanvideo.video;

import static dev.wanvideo.video.SampleRequest.image;
import static dev.wanvideo.video.SampleRequest.video;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PromptMentionTest {
    /** Image 1 is @anna, Video 1 is @Bob-2, Image 2 is @小明, Video 2 has no name. */
    private static final List<Reference> CAST = List.of(image("anna"), video("Bob-2"), image("小明"), video(""));

    /** Each mention becomes its reference's index in angle brackets; what is left is plain text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    @anna waves                          | <0> waves
                    @ANNA and @Anna                      | <0> and <0>
                    "@anna," she said. (@bob-2)          | "<0>," she said. (<1>)
                    @anna's hat, @anna’s dog             | <0>'s hat, <0>’s dog
                    @anna-- then @bob-2- goes            | <0>-- then <1>- goes
                    ＠anna waves                          | <0> waves
                    @小明跳舞，@小明！                       | <2>跳舞，<2>！
                    让@小明和@anna跳舞                      | 让<2>和<0>跳舞
                    @annaと@小明が踊る                      | <0>と<2>が踊る
                    @anna가 춤춘다                         | <0>가 춤춘다
                    🎬🎥@anna👩‍🚀 Image 2 🎉             | 🎬🎥<0>👩‍🚀 <2> 🎉
                    Image 1 holds Image 2                | <0> holds <2>
                    image1, IMAGE 2; video2 + Video 1    | <0>, <2>; <3> + <1>
                    Image 1's hat. Image 2.              | <0>'s hat. <2>.
                    (Image 1) [Video 2] "Image 2"        | (<0>) [<3>] "<2>"
                    Image 01 and Image  2                | <0> and <2>
                    Image\u00a01 waves                   | <0> waves
                    @Image1 and @Image 2                 | <0> and <2>
                    让Image 1跳舞，video2唱歌              | 让<0>跳舞，<3>唱歌
                    图1和视频1                            | <0>和<1>
                    图 1、图２、视频 2                      | <0>、<2>、<3>
                    @图1和@视频2跳舞                       | <0>和<3>跳舞
                    参考图2跳舞                           | 参考<2>跳舞
                    character1 hands it to character2    | <0> hands it to <1>
                    Character 3 and character4.          | <2> and <3>.
                    the reference Image 2 smiles         | the reference <2> smiles
                    """)
    void findsEverySpelling(String text, String understood) {
        Prompt prompt = Prompt.read(text, CAST);

        assertThat(prompt.render(mention -> "<" + mention.reference() + ">")).isEqualTo(understood);
        assertThat(prompt.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to anna@anna.com or a.anna@bob-2.org",
                "imagery 4, images 1, imagine 2",
                "show an image 9 there, a video 9, A character 9",
                "a video 3 times as long",
                "an image 2 metres wide, a character 9 feet tall, main character 9 years later",
                "film the video 5 seconds, video 16:9, Image 1.5, video 4K",
                "Image1x, Image 1st, myimage 1, _image1",
                "Images 1 and 2; Image -1; Image one; Image #1",
                "视频5秒，视频 3 分钟，视频2倍速，地图3",
                "@ anna, @1, @@ and @!",
                "the reference images and reference videos",
                "图像和视频",
            })
    void leavesOrdinaryWordsAlone(String text) {
        Prompt prompt = Prompt.read(text, CAST);

        assertThat(prompt.mentions()).isEmpty();
        assertThat(prompt.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Image 3 waves     | Image 3     | only Image 1, Video 1, Image 2, Video 2
                    Image 0 waves     | Image 0     | only Image 1, Video 1, Image 2, Video 2
                    video3.           | video3      | only Image 1, Video 1, Image 2, Video 2
                    图9跳舞            | 图9          | only Image 1, Video 1, Image 2, Video 2
                    @Image 7          | @Image 7    | only Image 1, Video 1, Image 2, Video 2
                    Image 99999999999 | Image 99999999999 | only Image 1, Video 1, Image 2, Video 2
                    character5        | character5  | character1 to character4
                    character0        | character0  | character1 to character4
                    @carl waves       | @carl       | @anna, @Bob-2, @小明
                    @annabel waves    | @annabel    | @anna, @Bob-2, @小明
                    @bob-3 waves      | @bob-3      | @anna, @Bob-2, @小明
                    """)
    void refusesWhatStandsForNoReference(String text, String value, String limit) {
        assertThat(Prompt.read(text, CAST).violations())
                .containsExactly(new Violation("prompt", value, limit, List.of()));
    }

    @Test
    void tellsTheSameMistakeOnceAndDifferentOnesAll() {
        assertThat(Prompt.read("Image 3, @carl, Image 3 and video 9", CAST).violations())
                .extracting(Violation::value)
                .containsExactly("Image 3", "@carl", "video 9");
    }

    @Test
    void countsOffsetsInUtf16() {
        Prompt prompt = Prompt.read("🎬 @anna 🎬 Video 1", CAST);

        assertThat(prompt.mentions()).containsExactly(new Mention(3, 8, 0), new Mention(12, 19, 1));
    }

    @Test
    void prefersTheLongestNameWhereWordsRunOn() {
        List<Reference> cast = List.of(image("小"), image("小明"));

        assertThat(Prompt.read("@小明跳舞", cast).mentions()).containsExactly(new Mention(0, 3, 1));
    }

    @Test
    void takesComposedAndDecomposedLettersAsEqual() {
        assertThat(Prompt.read("@Zoe\u0308 waves", List.of(image("zo\u00eb"))).mentions())
                .containsExactly(new Mention(0, 5, 0));
    }

    @Test
    void lettersANameStandBeforeANumberedSpelling() {
        assertThat(Prompt.read("@image1 waves", List.of(image("anna"), image("Image1")))
                        .mentions())
                .containsExactly(new Mention(0, 7, 1));
    }

    @Test
    void onlyWarnsOfAnUnknownNameWhenNoReferenceHasOne() {
        Prompt prompt = Prompt.read("@carl meets Image 1", List.of(image("")));

        assertThat(prompt.violations()).isEmpty();
        assertThat(prompt.warnings()).singleElement().asString().contains("@carl", "Image 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reference image, 3D cartoon style. Storyboard: 1. Wide shot",
                "The reference image waves",
                "Let the reference  image wave",
                "让the reference image跳舞",
            })
    void knowsASingleReferenceWithoutItsNumber(String text) {
        Prompt prompt = Prompt.read(text, List.of(image("")));

        assertThat(prompt.mentions()).extracting(Mention::reference).containsExactly(0);
        assertThat(prompt.warnings()).isEmpty();
    }

    @Test
    void knowsTheOnlyClipBesidePictures() {
        List<Reference> cast = List.of(image(""), image(""), video(""));

        assertThat(Prompt.read("The reference video dances with image 1 and 2", cast)
                        .render(mention -> "<" + mention.reference() + ">"))
                .isEqualTo("<2> dances with <0> and 2");
    }

    @Test
    void warnsWhenTheReferenceCouldBeAnyOrNone() {
        List<Reference> cast = List.of(image(""), image(""));

        assertThat(Prompt.read("the reference image and the reference video; Image 1, Image 2", cast)
                        .warnings())
                .satisfiesExactly(
                        two -> assertThat(two).contains("the reference image", "there are 2"),
                        none -> assertThat(none).contains("the reference video", "there are 0"));
    }

    @Test
    void warnsOfEachReferenceThatIsNeverMentioned() {
        assertThat(Prompt.read("Image 2 dances", CAST).warnings())
                .containsExactly(
                        "references[0] is never mentioned in the prompt; write @anna or Image 1 where it appears.",
                        "references[1] is never mentioned in the prompt; write @Bob-2 or Video 1 where it appears.",
                        "references[3] is never mentioned in the prompt; write Video 2 where it appears.");
    }

    @Test
    void rendersAPromptWithoutMentionsAsItIs() {
        assertThat(Prompt.read("🎬 nobody", CAST).render(i -> "x")).isEqualTo("🎬 nobody");
    }

    @Test
    void readsLongAndHostileTextsInOnePass() {
        String text = "@".repeat(40_000) + "the reference ".repeat(40_000) + "an image ".repeat(40_000) + "Image "
                + "9".repeat(40_000) + "shot 1 [".repeat(40_000);

        assertThat(Prompt.read(text, CAST).violations()).hasSize(1);
    }
}
