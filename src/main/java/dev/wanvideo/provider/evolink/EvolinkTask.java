package dev.wanvideo.provider.evolink;

import dev.wanvideo.provider.FilmAddress;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What EvoLink tells of a task. */
final class EvolinkTask {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LINK_LIFE = Duration.ofHours(24);

    private EvolinkTask() {}

    /** How the task is; empty when the answer has no status. */
    static Optional<PollOutcome> read(JsonNode task) {
        ProviderReport report = report(task);
        return report.status().map(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "completed" -> completed(task, report);
            case "failed", "cancelled", "canceled" -> failed(task, report);
            // pending, processing, and whatever it may say one day.
            default -> new PollOutcome.Going(report);
        });
    }

    private static PollOutcome completed(JsonNode task, ProviderReport report) {
        return Replies.text(task.path("results").path(0))
                .or(() -> Replies.text(task.path("result_data").path(0), "video_url"))
                .flatMap(FilmAddress::read)
                .<PollOutcome>map(film -> new PollOutcome.Finished(film, Optional.of(LINK_LIFE), report))
                .orElseGet(() -> new PollOutcome.NoAnswer(
                        "EvoLink says completed but gives no address of the film", Optional.empty()));
    }

    private static PollOutcome failed(JsonNode task, ProviderReport report) {
        JsonNode error = task.path("error");
        String code = Replies.text(error, "code").orElse("");
        Optional<String> words = Replies.text(error, "message").or(() -> Replies.text(error, "code"));
        if (code.equals("resource_not_found")) {
            return new PollOutcome.Missing("EvoLink knows no such task, or no longer");
        }
        Category category = EvolinkErrors.ofTask(code);
        // "Only successful generations are billed, failed tasks are free."
        return new PollOutcome.Failed(category, EvolinkWire.COMPLAINT.failed(category, words), Charged.NO, report);
    }

    /** Everything it tells beside the film. What credits are worth in dollars it does not tell. */
    static ProviderReport report(JsonNode task) {
        Map<String, Object> details = new LinkedHashMap<>();
        Replies.text(task, "model").ifPresent(model -> details.put("model", model));
        if (task.path("usage").isObject()) {
            details.put("usage", JSON.convertValue(task.path("usage"), Object.class));
        }
        return new ProviderReport(
                Replies.text(task, "status").map(Replies::quoted),
                whole(task.path("progress")).filter(percent -> percent >= 0 && percent <= 100),
                whole(task.path("task_info").path("estimated_time")).filter(seconds -> seconds >= 0),
                Optional.empty(),
                details);
    }

    private static Optional<Integer> whole(JsonNode number) {
        return Optional.of(number).filter(JsonNode::canConvertToInt).map(JsonNode::asInt);
    }
}
