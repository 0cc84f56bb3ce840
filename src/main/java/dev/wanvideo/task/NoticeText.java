package dev.wanvideo.task;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a notice says: small, and the same at each try. No path, no prompt, no address of a film. */
final class NoticeText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private NoticeText() {}

    static String of(Task task) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("type", "task." + task.status().word());
        whole.put("timestamp", task.times().updated().toString());
        whole.put("data", data(task));
        return JSON.writeValueAsString(whole);
    }

    private static Map<String, Object> data(Task task) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("task_id", task.id());
        data.put("status", task.status().word());
        data.put("provider", task.provider());
        task.advance().providerTaskId().ifPresent(id -> data.put("provider_task_id", id));
        data.put("created_at", task.times().created().toString());
        data.put("cost", cost(task));
        task.outcome().film().ifPresent(film -> data.put("video", video(film)));
        task.outcome()
                .error()
                .ifPresent(error ->
                        data.put("error", Map.of("category", error.category().word())));
        return data;
    }

    private static Map<String, Object> cost(Task task) {
        Map<String, Object> cost = new LinkedHashMap<>();
        put(cost, "quoted_usd_low", task.cost().quote().lowUsd());
        put(cost, "quoted_usd_high", task.cost().quote().highUsd());
        put(cost, "charged_usd", task.cost().chargedUsd());
        cost.put("charged", task.cost().charged().word());
        return cost;
    }

    private static void put(Map<String, Object> cost, String name, Optional<BigDecimal> amount) {
        amount.ifPresent(usd -> cost.put(name, usd));
    }

    private static Map<String, Object> video(Film film) {
        Map<String, Object> video = new LinkedHashMap<>();
        video.put("width", film.size().width());
        video.put("height", film.size().height());
        video.put("duration_seconds", film.seconds());
        video.put("bytes", film.bytes());
        video.put("sha256", film.sha256());
        return video;
    }
}
