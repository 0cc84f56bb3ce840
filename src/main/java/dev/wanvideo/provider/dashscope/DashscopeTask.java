package dev.wanvideo.provider.dashscope;

import dev.wanvideo.provider.FilmAddress;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.video.Charged;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What DashScope tells of a task: no percentage, and billed seconds rather than a price. A failed one is free. */
final class DashscopeTask {
    private static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final List<String> TOLD = List.of("submit_time", "scheduled_time", "end_time", "actual_prompt");
    private static final List<String> USAGE =
            List.of("duration", "input_video_duration", "output_video_duration", "video_count", "SR", "ratio");

    private DashscopeTask() {}

    /** How the task is; empty when the answer has no status. */
    static Optional<PollOutcome> read(JsonNode json) {
        return Replies.text(json, "output", "task_status").map(word -> switch (word) {
            case "SUCCEEDED" -> succeeded(json);
            case "FAILED", "CANCELED" -> failed(json);
            // Tasks are kept for 24 hours.
            case "UNKNOWN" ->
                new PollOutcome.Missing(DashscopeTrouble.of(json.path("output"))
                        .words()
                        .map(words -> "DashScope knows no such task: \"" + Replies.quoted(words) + "\"")
                        .orElse("DashScope says UNKNOWN: there is no such task, or its 24 hours are over"));
            // PENDING, RUNNING, and words that nobody documented: a paid film is waited for.
            default -> new PollOutcome.Going(report(json));
        });
    }

    private static PollOutcome succeeded(JsonNode json) {
        return Replies.text(json, "output", "video_url")
                .flatMap(FilmAddress::read)
                .<PollOutcome>map(film -> new PollOutcome.Finished(film, Optional.of(LINK_LIFE), report(json)))
                .orElseGet(() -> new PollOutcome.NoAnswer(
                        "DashScope says SUCCEEDED but gives no address of the film", Optional.empty()));
    }

    private static PollOutcome failed(JsonNode json) {
        DashscopeTrouble trouble = DashscopeTrouble.of(json.path("output"));
        return new PollOutcome.Failed(trouble.ofFilm(), trouble.ofFilmInWords(), Charged.NO, report(json));
    }

    /** What it tells beside the state. */
    static ProviderReport report(JsonNode json) {
        Map<String, Object> details = new HashMap<>();
        Replies.text(json, "request_id").map(Replies::quoted).ifPresent(id -> details.put("request_id", id));
        TOLD.forEach(name ->
                Replies.text(json, "output", name).map(Replies::quoted).ifPresent(text -> details.put(name, text)));
        usage(json.path("usage")).ifPresent(usage -> details.put("usage", usage));
        return new ProviderReport(
                Replies.text(json, "output", "task_status").map(Replies::quoted),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                details);
    }

    private static Optional<Map<String, Object>> usage(JsonNode told) {
        Map<String, Object> usage = new HashMap<>();
        for (String name : USAGE) {
            JsonNode value = told.path(name);
            if (value.isNumber()) {
                usage.put(name, value.numberValue());
            } else {
                Replies.text(value).map(Replies::quoted).ifPresent(text -> usage.put(name, text));
            }
        }
        return Optional.of(Map.copyOf(usage)).filter(map -> !map.isEmpty());
    }
}
