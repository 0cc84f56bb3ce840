package dev.wanvideo.provider.segmind;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.StrictBody;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Segmind's own side: the blocking call that answers with the film, and the queue. */
record SegmindEmulation(RemoteSettings settings) implements EmulatedWire {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STATUS = "/status";
    private static final BigDecimal PURSE = new BigDecimal("100");

    @Override
    public Optional<String> key(EmulatedCall call) {
        return call.header("x-api-key").filter(key -> !key.isBlank());
    }

    @Override
    public EmulatedAnswer answer(EmulatedCall call, EmulatedJobs jobs) {
        boolean submission =
                call.path().equals(SegmindWire.QUEUED) || call.path().equals(SegmindWire.BLOCKING);
        if (submission) {
            return call.method().equals("POST") ? create(call, jobs) : notAllowed();
        }
        if (call.path().equals(SegmindUploads.PATH) && call.method().equals("POST")) {
            return SegmindAssets.upload(call, jobs);
        }
        if (call.path().startsWith(SegmindWire.REQUESTS) && call.method().equals("GET")) {
            return request(call.path().substring(SegmindWire.REQUESTS.length()), jobs);
        }
        return trouble(Trouble.NO_SUCH_CALL, "Model not found");
    }

    private EmulatedAnswer create(EmulatedCall call, EmulatedJobs jobs) {
        if (!call.header("content-type").orElse("").startsWith("application/json")) {
            return error(406, "Invalid content type");
        }
        StrictBody.Reading reading = SegmindOrders.read(call.body());
        if (reading instanceof StrictBody.Reading.Sound sound) {
            EmulatedJobs.Job job = jobs.accept(SegmindOrders.order(sound.json(), settings.pricePerSecond()));
            return call.path().equals(SegmindWire.BLOCKING) ? film(job) : queued(job, call.origin());
        }
        return trouble(Trouble.INVALID, ((StrictBody.Reading.Broken) reading).objection());
    }

    private static EmulatedAnswer film(EmulatedJobs.Job job) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "video/mp4");
        headers.put("x-cost", job.order().usd().toPlainString());
        headers.put("x-remaining-credits", PURSE.subtract(job.order().usd()).toPlainString());
        headers.put("x-generation-time", "329.51");
        job.order().seed().ifPresent(seed -> headers.put("x-seed-value", seed.toString()));
        headers.put("x-request-id", job.id());
        return EmulatedAnswer.film(job.id(), headers);
    }

    private static EmulatedAnswer queued(EmulatedJobs.Job job, String origin) {
        String address = origin + SegmindWire.REQUESTS + job.id();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("request_id", job.id());
        body.put("status", "QUEUED");
        body.put("status_url", address + STATUS);
        body.put("response_url", address);
        return json(200, body);
    }

    private EmulatedAnswer request(String path, EmulatedJobs jobs) {
        boolean brief = path.endsWith(STATUS);
        String id = brief ? path.substring(0, path.length() - STATUS.length()) : path;
        return jobs.find(id)
                .map(job -> told(job, brief))
                .orElseGet(() -> trouble(Trouble.NO_SUCH_TASK, "Request " + id + " not found"));
    }

    /** {@code /status} tells the same without what came of it. */
    private static EmulatedAnswer told(EmulatedJobs.Job job, boolean brief) {
        String status = job.unknownWord().orElse(word(job.phase()));
        boolean failed = status.equals("FAILED");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        job.filmUrl().filter(url -> !brief).ifPresent(url -> body.put("output", Map.of("video_url", url)));
        if (failed && !brief) {
            body.put("error", job.failure().map(SegmindEmulation::reason).orElse("Inference failed"));
        }
        body.put("metrics", metrics(job));
        return json(failed && !brief ? 422 : 200, body);
    }

    /** Cost and credits are told of films alone: nothing else is charged. */
    private static Map<String, Object> metrics(EmulatedJobs.Job job) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("queue_time", 0.23);
        if (job.phase() == EmulatedJobs.Phase.DONE) {
            metrics.put("inference_time", 329.51);
            metrics.put("total_time", 329.74);
            metrics.put("cost", job.order().usd());
            metrics.put("remaining_credits", PURSE.subtract(job.order().usd()));
            metrics.put("retry_count", 0);
        }
        return metrics;
    }

    private static String reason(EmulatedJobs.Failure failure) {
        return (failure.content() ? "DataInspectionFailed: " : "") + failure.message();
    }

    private static String word(EmulatedJobs.Phase phase) {
        return switch (phase) {
            case WAITING -> "QUEUED";
            case WORKING -> "PROCESSING";
            case DONE -> "COMPLETED";
            case FAILED, CANCELLED -> "FAILED";
        };
    }

    @Override
    public EmulatedAnswer trouble(Trouble trouble, String message) {
        return switch (trouble) {
            case UNAUTHORIZED -> error(401, "Unauthorized. API key is invalid or may have expired: " + message);
            case NO_CREDIT -> error(406, "Insufficient credits: " + message);
            case RATE_LIMITED -> error(429, "Rate limit exceeded: " + message);
            case CONTENT_REFUSED -> error(400, "DataInspectionFailed: " + message);
            case INVALID -> error(400, message);
            case NO_SUCH_TASK, NO_SUCH_CALL -> error(404, message);
            case INTERNAL -> error(500, message);
            case UNAVAILABLE -> error(503, message);
        };
    }

    private static EmulatedAnswer error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    /** The one error that is a web page. */
    private static EmulatedAnswer notAllowed() {
        return new EmulatedAnswer(
                405,
                Map.of("Content-Type", "text/html"),
                "<html><title>405 Method Not Allowed</title></html>",
                Optional.empty());
    }

    private static EmulatedAnswer json(int status, Map<String, Object> body) {
        return EmulatedAnswer.json(status, JSON.writeValueAsString(body));
    }
}
