package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedJobs.Job;
import dev.wanvideo.provider.EmulatedJobs.Order;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.video.FrameSize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Acme's side: {@code POST /v1/films} with the prompt as its body orders two seconds for 0.25 USD, a prompt of
 * {@code break} breaks the emulation; {@code POST /v1/now} answers with the film itself.
 */
final class AcmeWire implements EmulatedWire {
    static final BigDecimal PRICE = new BigDecimal("0.25");

    @Override
    public Optional<String> key(EmulatedCall call) {
        return call.header("x-acme-key");
    }

    @Override
    public EmulatedAnswer answer(EmulatedCall call, EmulatedJobs jobs) {
        String[] parts = call.path().split("/");
        return switch (call.method() + " " + parts.length) {
            case "POST 3" -> create(call, jobs, parts[2]);
            case "GET 3" -> EmulatedAnswer.json(200, "{\"ids\":\"" + ids(jobs) + "\"}");
            case "GET 4" -> jobs.find(parts[3]).map(AcmeWire::told).orElseGet(this::unknown);
            case "POST 5" -> EmulatedAnswer.json(200, "{\"cancelled\":" + jobs.cancel(parts[3]) + "}");
            default -> trouble(Trouble.NO_SUCH_CALL, "no such call");
        };
    }

    private EmulatedAnswer create(EmulatedCall call, EmulatedJobs jobs, String door) {
        if (call.body().isBlank()) {
            return trouble(Trouble.INVALID, "prompt is missing");
        }
        Job job = jobs.accept(order(call));
        if (call.body().equals("break")) {
            throw new IllegalStateException("broken on request");
        }
        return door.equals("now") ? EmulatedAnswer.film(job.id(), Map.of("x-acme-job", job.id())) : told(job);
    }

    private static Order order(EmulatedCall call) {
        int seconds = Integer.parseInt(call.query().getOrDefault("seconds", "1"));
        return new Order(
                id -> "acme-" + id, call.body(), new FrameSize(256, 144), seconds, Optional.of(5L), PRICE, List.of());
    }

    private static EmulatedAnswer told(Job job) {
        String status = job.unknownWord().orElse(job.phase().name().toLowerCase(Locale.ROOT));
        String why = job.failure()
                .map(f -> (f.content() ? "content: " : "fault: ") + f.message())
                .orElse("");
        return EmulatedAnswer.json(
                200,
                "{\"id\":\"" + job.id() + "\",\"status\":\"" + status + "\",\"percent\":" + job.percent()
                        + ",\"film\":\"" + job.filmUrl().orElse("") + "\",\"why\":\"" + why + "\"}");
    }

    private static String ids(EmulatedJobs jobs) {
        return String.join(" ", jobs.latest().stream().map(Job::id).toList());
    }

    private EmulatedAnswer unknown() {
        return trouble(Trouble.NO_SUCH_TASK, "no such film");
    }

    @Override
    public EmulatedAnswer trouble(Trouble trouble, String message) {
        int status = switch (trouble) {
            case UNAUTHORIZED -> 401;
            case NO_CREDIT -> 402;
            case RATE_LIMITED -> 429;
            case CONTENT_REFUSED -> 451;
            case INVALID -> 422;
            case NO_SUCH_TASK, NO_SUCH_CALL -> 404;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
        return EmulatedAnswer.json(status, "{\"acme\":\"" + trouble + "\",\"message\":\"" + message + "\"}");
    }
}
