package dev.wanvideo.provider.evolink;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedJobs.Failure;
import dev.wanvideo.provider.EmulatedJobs.Job;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import dev.wanvideo.provider.EmulatedWire.Trouble;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What EvoLink answers, in the emulation. */
final class EvolinkAnswers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final BigDecimal CREDITS_PER_USD = BigDecimal.valueOf(10);

    private EvolinkAnswers() {}

    static EmulatedAnswer created(Job job) {
        return EmulatedAnswer.json(
                200,
                JSON.writeValueAsString(head(job)
                        .put("task_info", Map.of("can_cancel", true, "estimated_time", 120))
                        .put("type", "video")
                        .put(
                                "usage",
                                new BodyFields()
                                        .put("billing_rule", "per_second")
                                        .put(
                                                "credits_reserved",
                                                job.order().usd().multiply(CREDITS_PER_USD))
                                        .put("user_group", "default")
                                        .done())
                        .done()));
    }

    static EmulatedAnswer task(Job job) {
        return EmulatedAnswer.json(
                200,
                JSON.writeValueAsString(head(job)
                        .put("results", job.filmUrl().map(List::of))
                        .put("task_info", Map.of("can_cancel", job.phase() == Phase.WAITING))
                        .put("type", "video")
                        .put("error", error(job))
                        .done()));
    }

    private static BodyFields head(Job job) {
        return new BodyFields()
                .put("created", job.createdEpochSeconds())
                .put("id", job.id())
                .put("model", EvolinkProvider.MODEL)
                .put("object", "video.generation.task")
                .put("progress", job.percent())
                .put("status", job.unknownWord().orElseGet(() -> word(job.phase())));
    }

    private static String word(Phase phase) {
        return switch (phase) {
            case WAITING -> "pending";
            case WORKING -> "processing";
            case DONE -> "completed";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static Optional<Map<String, Object>> error(Job job) {
        return switch (job.phase()) {
            case WAITING, WORKING, DONE -> Optional.empty();
            case CANCELLED -> Optional.of(error("request_cancelled", "The request was cancelled", "task_error"));
            case FAILED ->
                job.failure()
                        .map((Failure failure) -> error(
                                failure.content() ? "content_policy_violation" : "service_error",
                                failure.message(),
                                "task_error"));
        };
    }

    static EmulatedAnswer trouble(Trouble trouble, String message) {
        return switch (trouble) {
            case UNAUTHORIZED -> error(401, "unauthorized", message);
            case NO_CREDIT -> error(402, "insufficient_quota", message);
            case RATE_LIMITED -> error(429, "rate_limit_exceeded", message);
            case CONTENT_REFUSED -> error(400, "content_policy_violation", message);
            case INVALID -> error(400, "invalid_request", message);
            case NO_SUCH_TASK -> error(404, "task_not_found", message);
            case NO_SUCH_CALL -> error(404, "not_found", message);
            case INTERNAL -> error(500, "internal_error", message);
            case UNAVAILABLE -> error(503, "service_unavailable", message);
        };
    }

    static EmulatedAnswer error(int status, String code, String message) {
        return EmulatedAnswer.json(
                status, JSON.writeValueAsString(Map.of("error", error(code, message, code + "_error"))));
    }

    private static Map<String, Object> error(String code, String message, String type) {
        return new BodyFields()
                .put("code", code)
                .put("message", message)
                .put("type", type)
                .done();
    }
}
