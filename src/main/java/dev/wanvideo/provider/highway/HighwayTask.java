package dev.wanvideo.provider.highway;

import dev.wanvideo.provider.FilmAddress;
import dev.wanvideo.provider.ModelReasons;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What HighwayAPI tells of a task. That a failed one costs nothing is not documented, so nothing is said about it. */
final class HighwayTask {
    private HighwayTask() {}

    /** How the task is; empty when the answer has no status. */
    static Optional<PollOutcome> read(JsonNode body) {
        JsonNode task = body.path("task");
        return Replies.text(task, "status").map(Replies::quoted).map(word -> switch (word) {
            case "TASK_STATUS_SUCCEED" -> finished(body, word);
            case "TASK_STATUS_FAILED" -> failed(task, word);
            case "TASK_STATUS_CANCELLED", "TASK_STATUS_CANCELED" -> failed(task, word);
            // TASK_STATUS_QUEUED, TASK_STATUS_PROCESSING, and words that nobody documented: a paid film is waited for.
            default -> new PollOutcome.Going(report(task, word));
        });
    }

    private static PollOutcome finished(JsonNode body, String word) {
        JsonNode video = body.path("videos").path(0);
        // The percentage stays 0 on some finished tasks.
        ProviderReport told = new ProviderReport(
                Optional.of(word), Optional.of(100), Optional.empty(), Optional.empty(), details(body.path("task")));
        return Replies.text(video, "video_url")
                .flatMap(FilmAddress::read)
                .<PollOutcome>map(film -> new PollOutcome.Finished(film, life(video), told))
                .orElseGet(() -> new PollOutcome.NoAnswer(
                        "HighwayAPI says " + word + " but gives no address of the film", Optional.empty()));
    }

    /** A text of seconds, where it is told at all. */
    private static Optional<Duration> life(JsonNode video) {
        return Replies.text(video, "video_url_ttl")
                .filter(seconds -> seconds.matches("[1-9]\\d{0,8}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static PollOutcome failed(JsonNode task, String word) {
        Optional<String> why = Replies.text(task, "reason")
                .or(() -> Replies.text(task, "error"))
                .or(() -> Replies.text(task, "message"));
        Category category = why.filter(ModelReasons::refuseContent)
                .map(w -> Category.CONTENT_REFUSED)
                .orElse(Category.UNAVAILABLE);
        return new PollOutcome.Failed(
                category, HighwayWire.COMPLAINT.failed(category, why), Charged.UNKNOWN, report(task, word));
    }

    private static ProviderReport report(JsonNode task, String word) {
        return new ProviderReport(
                Optional.of(word),
                whole(task, "progress_percent").filter(percent -> percent <= 100),
                whole(task, "eta"),
                Optional.empty(),
                details(task));
    }

    private static Map<String, Object> details(JsonNode task) {
        return Replies.text(task, "task_type")
                .<Map<String, Object>>map(type -> Map.of("task_type", Replies.quoted(type)))
                .orElse(Map.of());
    }

    private static Optional<Integer> whole(JsonNode task, String field) {
        return Optional.of(task.path(field))
                .filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToInt)
                .map(JsonNode::asInt)
                .filter(number -> number >= 0);
    }
}
