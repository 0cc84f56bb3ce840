package dev.wanvideo.provider.segmind;

import dev.wanvideo.provider.FilmAddress;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.video.Charged;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What Segmind's queue tells of a request. */
final class SegmindTask {
    // "Outputs are kept 7 days."
    private static final Duration LINK_LIFE = Duration.ofDays(7);

    private SegmindTask() {}

    /** How the request is; empty when the answer has no status. */
    static Optional<PollOutcome> read(JsonNode json) {
        return Replies.text(json, "status").map(word -> switch (word) {
            case "COMPLETED" -> completed(json);
            case "FAILED" -> failed(json);
            // QUEUED, PROCESSING, and words that nobody documented: a paid film is waited for.
            default -> new PollOutcome.Going(SegmindReport.ofBody(json));
        });
    }

    private static PollOutcome completed(JsonNode json) {
        return film(json)
                .<PollOutcome>map(
                        film -> new PollOutcome.Finished(film, Optional.of(LINK_LIFE), SegmindReport.ofBody(json)))
                .orElseGet(() -> new PollOutcome.NoAnswer(
                        "Segmind says COMPLETED but gives no address of the film", Optional.empty()));
    }

    /** Only HTTP 200 is billed, and no cost is told of a failure. */
    private static PollOutcome failed(JsonNode json) {
        SegmindTrouble trouble = SegmindTrouble.of(json);
        return new PollOutcome.Failed(
                trouble.ofFilm(),
                SegmindTrouble.COMPLAINT.failed(trouble.ofFilm(), trouble.words()),
                Charged.NO,
                SegmindReport.ofBody(json));
    }

    /** {@code output} is an address or an object with one in any of three places; the blocking call may leave it out. */
    static Optional<URI> film(JsonNode json) {
        return Stream.of(json.path("output"), json)
                .flatMap(node -> Stream.of(
                        Replies.text(node),
                        Replies.text(node, "video_url"),
                        Replies.text(node, "video", "url"),
                        Replies.text(node, "url")))
                .flatMap(Optional::stream)
                .flatMap(text -> FilmAddress.read(text).stream())
                .findFirst();
    }
}
