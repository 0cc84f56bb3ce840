package dev.wanvideo.provider.aimlapi;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedJobs.Job;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import dev.wanvideo.provider.EmulatedWire.Trouble;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What AI/ML API answers, in the emulation. */
final class AimlapiAnswers {
    private static final JsonMapper JSON = JsonMapper.shared();
    // Of the run that its page shows: $1.95 were 3,900,000 credits.
    private static final BigDecimal CREDITS_PER_USD = BigDecimal.valueOf(2_000_000);

    private AimlapiAnswers() {}

    static EmulatedAnswer created(Job job) {
        return EmulatedAnswer.json(
                200, JSON.writeValueAsString(head(job).put("meta", meta(job)).done()));
    }

    static EmulatedAnswer task(Job job) {
        return EmulatedAnswer.json(
                200,
                JSON.writeValueAsString(head(job)
                        .put("video", job.filmUrl().map(url -> Map.of("url", url)))
                        .put("error", error(job))
                        .put("meta", Optional.of(meta(job)).filter(m -> job.phase() == Phase.DONE))
                        .done()));
    }

    private static BodyFields head(Job job) {
        return new BodyFields()
                .put("id", job.id())
                .put("status", job.unknownWord().orElseGet(() -> word(job.phase())));
    }

    private static String word(Phase phase) {
        return switch (phase) {
            case WAITING -> "queued";
            case WORKING -> "generating";
            case DONE -> "completed";
            case FAILED, CANCELLED -> "error";
        };
    }

    private static Map<String, Object> meta(Job job) {
        BigDecimal usd = job.order().usd();
        return Map.of(
                "usage",
                new BodyFields()
                        .put("credits_used", usd.multiply(CREDITS_PER_USD).toBigInteger())
                        .put("usd_spent", usd)
                        .done());
    }

    private static Optional<Map<String, Object>> error(Job job) {
        return job.failure()
                .map(failure -> new BodyFields()
                        .put("name", failure.content() ? "DataInspectionFailed" : "InternalError")
                        .put("message", failure.message())
                        .done());
    }

    static EmulatedAnswer trouble(Trouble trouble, String message) {
        int status = switch (trouble) {
            case UNAUTHORIZED -> 401;
            case NO_CREDIT -> 403;
            case CONTENT_REFUSED, INVALID -> 400;
            case NO_SUCH_TASK, NO_SUCH_CALL -> 404;
            case RATE_LIMITED -> 429;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
        return EmulatedAnswer.json(
                status,
                JSON.writeValueAsString(new BodyFields()
                        .put("message", message)
                        .put("path", AimlapiProvider.PATH)
                        .put("requestId", "00000000-0000-4000-8000-000000000000")
                        .put("statusCode", status)
                        .put("timestamp", "2026-11-20T12:00:00.000Z")
                        .done()));
    }
}
