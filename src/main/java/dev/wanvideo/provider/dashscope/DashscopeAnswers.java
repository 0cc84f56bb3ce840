package dev.wanvideo.provider.dashscope;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.video.FrameSize;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What DashScope answers, as its documents show it. */
final class DashscopeAnswers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String REQUEST_ID = "7574ee8f-38a3-4b1e-9280-11c33ab46e51";
    private static final String PAGE = "10";
    private static final int FULL_SIDE = 1080;

    private DashscopeAnswers() {}

    static EmulatedAnswer created(EmulatedJobs.Job job) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("task_id", job.id());
        output.put("task_status", "PENDING");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("output", output);
        body.put("request_id", REQUEST_ID);
        return json(200, body);
    }

    static EmulatedAnswer told(EmulatedJobs.Job job) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("task_id", job.id());
        output.put("task_status", word(job));
        output.put("submit_time", TIME.format(Instant.ofEpochSecond(job.createdEpochSeconds())));
        job.failure().ifPresent(failure -> {
            output.put("code", failure.content() ? "DataInspectionFailed" : "InternalError.Algo");
            output.put("message", failure.message());
        });
        job.filmUrl().ifPresent(url -> {
            output.put("orig_prompt", job.order().prompt());
            output.put("video_url", url);
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("request_id", REQUEST_ID);
        body.put("output", output);
        job.filmUrl().ifPresent(url -> body.put("usage", usage(job.order())));
        return json(200, body);
    }

    static EmulatedAnswer gone(String id) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("task_id", id);
        output.put("task_status", "UNKNOWN");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("request_id", REQUEST_ID);
        body.put("output", output);
        return json(200, body);
    }

    static EmulatedAnswer cancelled() {
        return json(200, Map.of("request_id", REQUEST_ID));
    }

    static EmulatedAnswer list(List<EmulatedJobs.Job> jobs, Map<String, String> query) {
        int size = number(query.getOrDefault("page_size", PAGE));
        int page = number(query.getOrDefault("page_no", "1"));
        String model = query.getOrDefault("model_name", "wan2.7-r2v");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("total", jobs.size());
        body.put(
                "data",
                jobs.stream()
                        .skip((page - 1L) * size)
                        .limit(size)
                        .map(job -> entry(job, model))
                        .toList());
        body.put("total_page", (jobs.size() + size - 1) / size);
        body.put("page_no", page);
        body.put("request_id", REQUEST_ID);
        body.put("page_size", size);
        return json(200, body);
    }

    static EmulatedAnswer error(int status, String code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", message);
        body.put("request_id", REQUEST_ID);
        return json(status, body);
    }

    private static Map<String, Object> entry(EmulatedJobs.Job job, String model) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("gmt_create", job.createdEpochSeconds() * 1000);
        entry.put("model_name", model);
        entry.put("region", "ap-southeast-1");
        entry.put("request_id", REQUEST_ID);
        entry.put("status", word(job));
        entry.put("task_id", job.id());
        return entry;
    }

    /** Billed seconds, the resolution's class and the shape. */
    private static Map<String, Object> usage(EmulatedJobs.Order order) {
        FrameSize size = order.size();
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("duration", order.seconds());
        usage.put("output_video_duration", order.seconds());
        usage.put("video_count", 1);
        usage.put("SR", Math.min(size.width(), size.height()) >= FULL_SIDE ? FULL_SIDE : 720);
        return usage;
    }

    private static String word(EmulatedJobs.Job job) {
        return job.unknownWord()
                .orElse(
                        switch (job.phase()) {
                            case WAITING -> "PENDING";
                            case WORKING -> "RUNNING";
                            case DONE -> "SUCCEEDED";
                            case FAILED -> "FAILED";
                            case CANCELLED -> "CANCELED";
                        });
    }

    private static int number(String text) {
        return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 1;
    }

    private static EmulatedAnswer json(int status, Map<String, Object> body) {
        return EmulatedAnswer.json(status, JSON.writeValueAsString(body));
    }
}
