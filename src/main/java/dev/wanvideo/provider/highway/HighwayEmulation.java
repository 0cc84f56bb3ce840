package dev.wanvideo.provider.highway;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.StrictBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** HighwayAPI's own side: its page for submissions, its sister hosts' documents for results and errors. */
record HighwayEmulation(RemoteSettings settings) implements EmulatedWire {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String WEEK = "604800";

    @Override
    public Optional<String> key(EmulatedCall call) {
        return call.bearer();
    }

    @Override
    public EmulatedAnswer answer(EmulatedCall call, EmulatedJobs jobs) {
        String route = call.method() + " " + call.path();
        return switch (route) {
            case "POST " + HighwayWire.CREATE -> create(call, jobs);
            case "GET " + HighwayWire.RESULT -> result(call.query().getOrDefault("task_id", ""), jobs);
            default -> trouble(Trouble.NO_SUCH_CALL, "no such path");
        };
    }

    private EmulatedAnswer create(EmulatedCall call, EmulatedJobs jobs) {
        if (!call.header("content-type").orElse("").startsWith("application/json")) {
            return trouble(Trouble.INVALID, "Content-Type must be application/json");
        }
        StrictBody.Reading reading = HighwayOrders.read(call.body());
        if (reading instanceof StrictBody.Reading.Sound sound) {
            EmulatedJobs.Job job = jobs.accept(HighwayOrders.order(sound.json(), settings.pricePerSecond()));
            return json(200, Map.of("task_id", job.id()));
        }
        return trouble(Trouble.INVALID, ((StrictBody.Reading.Broken) reading).objection());
    }

    private EmulatedAnswer result(String id, EmulatedJobs jobs) {
        return jobs.find(id)
                .map(HighwayEmulation::told)
                .orElseGet(() -> trouble(Trouble.NO_SUCH_TASK, "task " + id + " not found"));
    }

    private static EmulatedAnswer told(EmulatedJobs.Job job) {
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("task_id", job.id());
        task.put("task_type", "WAN_2_7_R2V");
        task.put("status", job.unknownWord().orElse(word(job.phase())));
        task.put("reason", job.failure().map(HighwayEmulation::reason).orElse(""));
        // Finished tasks of this family may tell 0.
        task.put("progress_percent", job.phase() == EmulatedJobs.Phase.DONE ? 0 : job.percent());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("extra", Map.of());
        body.put("task", task);
        body.put("images", List.of());
        body.put(
                "videos",
                job.filmUrl().map(HighwayEmulation::video).map(List::of).orElse(List.of()));
        body.put("audios", List.of());
        return json(200, body);
    }

    private static Map<String, Object> video(String url) {
        Map<String, Object> video = new LinkedHashMap<>();
        video.put("video_url", url);
        video.put("video_url_ttl", WEEK);
        video.put("video_type", "mp4");
        return video;
    }

    private static String reason(EmulatedJobs.Failure failure) {
        return (failure.content() ? "DataInspectionFailed: " : "") + failure.message();
    }

    private static String word(EmulatedJobs.Phase phase) {
        return switch (phase) {
            case WAITING -> "TASK_STATUS_QUEUED";
            case WORKING -> "TASK_STATUS_PROCESSING";
            case DONE -> "TASK_STATUS_SUCCEED";
            case FAILED -> "TASK_STATUS_FAILED";
            case CANCELLED -> "TASK_STATUS_CANCELLED";
        };
    }

    @Override
    public EmulatedAnswer trouble(Trouble trouble, String message) {
        return switch (trouble) {
            case UNAUTHORIZED -> error(401, "INVALID_API_KEY", message);
            case NO_CREDIT -> error(403, "NOT_ENOUGH_BALANCE", message);
            case RATE_LIMITED -> error(429, "RATE_LIMIT_EXCEEDED", message);
            case CONTENT_REFUSED -> error(400, "INVALID_REQUEST_BODY", "DataInspectionFailed: " + message);
            case INVALID -> error(400, "INVALID_REQUEST_BODY", message);
            case NO_SUCH_TASK -> error(404, "TASK_NOT_FOUND", message);
            case NO_SUCH_CALL -> error(404, "NOT_FOUND", message);
            case INTERNAL -> error(500, "INTERNAL_ERROR", message);
            case UNAVAILABLE -> error(503, "SERVICE_NOT_AVAILABLE", message);
        };
    }

    private static EmulatedAnswer error(int status, String reason, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", status);
        body.put("reason", reason);
        body.put("message", message);
        body.put("metadata", Map.of());
        return json(status, body);
    }

    private static EmulatedAnswer json(int status, Map<String, Object> body) {
        return EmulatedAnswer.json(status, JSON.writeValueAsString(body));
    }
}
