package dev.wanvideo.provider.freepik;

import static dev.wanvideo.provider.StrictBody.address;
import static dev.wanvideo.provider.StrictBody.flag;
import static dev.wanvideo.provider.StrictBody.list;
import static dev.wanvideo.provider.StrictBody.object;
import static dev.wanvideo.provider.StrictBody.oneOf;
import static dev.wanvideo.provider.StrictBody.optional;
import static dev.wanvideo.provider.StrictBody.required;
import static dev.wanvideo.provider.StrictBody.text;
import static dev.wanvideo.provider.StrictBody.whole;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.provider.BodyReader;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedCallback;
import dev.wanvideo.provider.EmulatedFrame;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedJobs.Job;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.Option;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.StrictBody;
import dev.wanvideo.provider.WebhookSignature;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Freepik's side of the wire. */
record FreepikEmulation(RemoteSettings settings, String keyHeader) implements EmulatedWire {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SECRET = "whsec_c2FuZGJveC1zZWNyZXQtZm9yLWZyZWVwaWs=";
    // A sandbox must bill something; Freepik itself publishes no price.
    private static final BigDecimal PLAY_PRICE = new BigDecimal("0.10");
    private static final StrictBody.Shape REFERENCES =
            list(0, 5, object(required("url", address()), optional("reference_voice", address())));
    private static final StrictBody BODY = StrictBody.of(
            required("prompt", text(1, 5000)),
            optional("webhook_url", address()),
            optional("negative_prompt", text(0, 500)),
            optional("image_urls", REFERENCES),
            optional("video_urls", REFERENCES),
            optional("start_image_url", address()),
            optional("aspect_ratio", oneOf("16:9", "9:16", "1:1", "4:3", "3:4")),
            optional("resolution", oneOf("720P", "1080P")),
            optional("duration", whole(2, 10)),
            optional("seed", whole(0, 2_147_483_647L)),
            optional("additional_settings", object(optional("prompt_extend", flag()))));

    @Override
    public Optional<String> key(EmulatedCall call) {
        return call.header(keyHeader.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean signed(EmulatedCall call) {
        return call.path().equals(FreepikStore.SIGNED);
    }

    @Override
    public EmulatedAnswer answer(EmulatedCall call, EmulatedJobs jobs) {
        if (signed(call)) {
            return FreepikStore.put(call, jobs);
        }
        if (call.path().equals(FreepikUploads.PATH) && call.method().equals("POST")) {
            StrictBody.Reading reading = FreepikStore.read(call);
            return reading instanceof StrictBody.Reading.Sound sound
                    ? FreepikStore.signed(call, sound.json(), jobs)
                    : trouble(Trouble.INVALID, ((StrictBody.Reading.Broken) reading).objection());
        }
        boolean get = call.method().equals("GET");
        if (call.path().equals(FreepikProvider.PATH)) {
            return get ? listed(jobs) : call.method().equals("POST") ? create(call, jobs) : noSuchCall();
        }
        String folder = FreepikProvider.PATH + "/";
        return get && call.path().startsWith(folder)
                ? jobs.find(call.path().substring(folder.length()))
                        .map(job -> ok(task(job)))
                        .orElseGet(() -> trouble(Trouble.NO_SUCH_TASK, "Task not found"))
                : noSuchCall();
    }

    private EmulatedAnswer create(EmulatedCall call, EmulatedJobs jobs) {
        StrictBody.Reading reading = BODY.read(call.body(), FreepikEmulation::together);
        return reading instanceof StrictBody.Reading.Sound sound
                ? ok(task(jobs.accept(order(sound.json()))))
                : trouble(Trouble.INVALID, ((StrictBody.Reading.Broken) reading).objection());
    }

    /** What is wrong between fields that are each in order. */
    private static Optional<String> together(JsonNode body) {
        int references =
                body.path("image_urls").size() + body.path("video_urls").size();
        return Optional.of("image_urls and video_urls must hold 1 to 5 references together")
                .filter(words -> references < 1 || references > 5);
    }

    private EmulatedJobs.Order order(JsonNode body) {
        int seconds = body.path("duration").asInt(5);
        return new EmulatedJobs.Order(
                UnaryOperator.identity(),
                body.path("prompt").asString(),
                EmulatedFrame.of(
                        body.path("aspect_ratio").asString("16:9"),
                        body.path("resolution").asString("1080P")),
                seconds,
                BodyReader.whole(body.path("seed")),
                settings.pricePerSecond().orElse(PLAY_PRICE).multiply(BigDecimal.valueOf(seconds)),
                media(body),
                Optional.of(body.path("webhook_url").asString("")).filter(url -> !url.isEmpty()));
    }

    @Override
    public Optional<EmulatedCallback> callback(Job job, String id, Instant now) {
        String json = JSON.writeValueAsString(task(job));
        String timestamp = String.valueOf(now.getEpochSecond());
        byte[] secret = Base64.getDecoder().decode(SECRET.substring(WebhookSignature.PREFIX.length()));
        return Optional.of(new EmulatedCallback(
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        timestamp,
                        "webhook-signature",
                        WebhookSignature.of(secret, id, timestamp, json.getBytes(UTF_8))),
                json));
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of(Option.WEBHOOK_SECRET.name(), SECRET);
    }

    private static List<String> media(JsonNode body) {
        List<String> media = new ArrayList<>(body.findValuesAsString("url"));
        media.addAll(body.findValuesAsString("reference_voice"));
        media.addAll(body.findValuesAsString("start_image_url"));
        return media;
    }

    private static EmulatedAnswer listed(EmulatedJobs jobs) {
        return ok(jobs.latest().stream()
                .map(job -> Map.of("task_id", job.id(), "status", word(job)))
                .toList());
    }

    private static Map<String, Object> task(Job job) {
        return new BodyFields()
                .put("generated", job.filmUrl().map(List::of).orElse(List.of()))
                .put("task_id", job.id())
                .put("status", word(job))
                .done();
    }

    private static String word(Job job) {
        return job.unknownWord().orElseGet(() -> switch (job.phase()) {
            case WAITING -> "CREATED";
            case WORKING -> "IN_PROGRESS";
            case DONE -> "COMPLETED";
            case FAILED -> "FAILED";
            case CANCELLED -> "CANCELLED";
        });
    }

    private static EmulatedAnswer ok(Object data) {
        return EmulatedAnswer.json(200, JSON.writeValueAsString(Map.of("data", data)));
    }

    private EmulatedAnswer noSuchCall() {
        return trouble(Trouble.NO_SUCH_CALL, "Not found");
    }

    @Override
    public EmulatedAnswer trouble(Trouble trouble, String message) {
        int status = switch (trouble) {
            case UNAUTHORIZED -> 401;
            case NO_CREDIT -> 402;
            case CONTENT_REFUSED, INVALID -> 400;
            case NO_SUCH_TASK, NO_SUCH_CALL -> 404;
            case RATE_LIMITED -> 429;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
        return EmulatedAnswer.json(status, JSON.writeValueAsString(Map.of("message", message)));
    }
}
