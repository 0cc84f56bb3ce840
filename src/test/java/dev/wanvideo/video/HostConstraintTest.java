package dev.wanvideo.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The kinds of limits that only hosts have. */
final class HostConstraintTest {
    private static final Constraint.Numbers FIVES =
            new Constraint.Numbers(Field.DURATION, List.of(5L, 10L, 15L), " seconds", Wan27.SOURCE);
    private static final CastConstraint.Media PICTURES = new CastConstraint.Media(
            MediaKind.IMAGE,
            List.of("image/jpeg", "image/png"),
            10,
            Optional.of(new CastConstraint.Range(240, 8000)),
            Optional.of(8),
            Optional.empty(),
            false,
            Wan27.SOURCE);
    private static final CastConstraint.Media VOICES = new CastConstraint.Media(
            MediaKind.VOICE,
            List.of("audio/mpeg"),
            15,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new CastConstraint.Range(3, 30)),
            true,
            Wan27.SOURCE);

    private static List<String> sentences(Constraint constraint, SampleRequest sample, MediaFindings findings) {
        return constraint.check(sample.request(), findings).stream()
                .map(Violation::sentence)
                .toList();
    }

    private static List<String> sentences(Constraint constraint, SampleRequest sample) {
        return sentences(constraint, sample, MediaFindings.NONE);
    }

    private static Reference voiced(String name) {
        Reference mute = SampleRequest.image(name);
        MediaSource voice = new MediaSource.Remote(URI.create("https://example.com/" + name + ".mp3"));
        return new Reference(mute.name(), mute.kind(), mute.media(), Optional.of(voice), mute.role());
    }

    private static MediaFindings found(String url, MediaFacts facts) {
        return new MediaFindings(Map.of(url, facts));
    }

    @Test
    void takesOnlyTheNumbersOfAListAndNamesTheNearest() {
        assertThat(sentences(FIVES, SampleRequest.sound().seconds(10))).isEmpty();
        assertThat(sentences(FIVES, SampleRequest.sound().seconds(7)))
                .containsExactly("duration is 7; allowed: 5, 10, 15 seconds; nearest: 5");
        assertThat(sentences(FIVES, SampleRequest.sound().seconds(14)))
                .containsExactly("duration is 14; allowed: 5, 10, 15 seconds; nearest: 15");
    }

    @Test
    void countsThePromptAsTheHostReceivesIt() {
        Constraint.PromptLength limit = new Constraint.PromptLength(Dialect.CHARACTERS, 20, Wan27.SOURCE);

        // "@anna" is five letters and "character1" ten.
        assertThat(sentences(limit, SampleRequest.sound().prompt("@anna walks far")))
                .isEmpty();
        assertThat(sentences(limit, SampleRequest.sound().prompt("@anna walks farther")))
                .containsExactly(
                        "prompt is 24 characters; allowed: 1-20 characters as sent; nearest: 4 characters fewer");
    }

    @Test
    void countsTheStartImageWithTheReferencesWhereAHostDoes() {
        CastConstraint.MediaCount five = new CastConstraint.MediaCount(5, Wan27.SOURCE);
        SampleRequest sample = SampleRequest.sound().references(SampleRequest.references(5, 0));

        assertThat(sentences(five, sample)).isEmpty();
        assertThat(sentences(five, sample.startImage("first.png")))
                .containsExactly("references is 6 with start_image; allowed: at most 5 references and start image"
                        + " together; nearest: leave out 1");
    }

    @Test
    void refusesTheVoicesBeyondThoseThatAHostTakes() {
        SampleRequest two = SampleRequest.sound().references(List.of(voiced("anna"), voiced("ben")));

        assertThat(sentences(new CastConstraint.VoiceCount(2, "fine", Wan27.SOURCE), two))
                .isEmpty();
        assertThat(sentences(new CastConstraint.VoiceCount(1, "one for the film", Wan27.SOURCE), two))
                .containsExactly("references[1].voice is https://example.com/ben.mp3; allowed: at most 1 voice: one for"
                        + " the film");
        assertThat(sentences(new CastConstraint.VoiceCount(0, "it has none", Wan27.SOURCE), two))
                .hasSize(2)
                .first()
                .asString()
                .endsWith("allowed: not set: it has none");
    }

    @Test
    void saysNothingOfMediaThatNobodyLookedAt() {
        assertThat(sentences(PICTURES, SampleRequest.sound())).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithAPictureAtOnce() {
        MediaFacts facts = PictureFacts.of("image/gif", 11L << 20, 200, 4000);

        assertThat(sentences(PICTURES, SampleRequest.sound(), found("https://example.com/IMAGE", facts)))
                .containsExactly(
                        "references[0].image is image/gif, 11.0 MB long, 200x4000 pixels; allowed: JPEG, PNG, no"
                                + " transparency, 240-8000 pixels each side, 1:8 to 8:1, at most 10 MB");
    }

    @Test
    void acceptsAPictureAtEachLimit() {
        MediaFacts facts = PictureFacts.of("image/png", 10L << 20, 240, 1920);

        assertThat(sentences(PICTURES, SampleRequest.sound(), found("https://example.com/IMAGE", facts)))
                .isEmpty();
    }

    @Test
    void measuresVoicesByTheirSecondsAndForgivesAnEncodersPadding() {
        SampleRequest sample = SampleRequest.sound().references(List.of(voiced("anna")));
        String voice = "https://example.com/anna.mp3";

        assertThat(sentences(VOICES, sample, found(voice, PictureFacts.sound(30.05))))
                .isEmpty();
        assertThat(sentences(VOICES, sample, found(voice, PictureFacts.sound(2.9))))
                .containsExactly("references[0].voice is 2.9 seconds long; allowed: MP3, 3-30 seconds, at most 15 MB");
    }
}
