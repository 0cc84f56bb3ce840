package dev.wanvideo.provider.aimlapi;

import static dev.wanvideo.provider.StrictBody.address;
import static dev.wanvideo.provider.StrictBody.flag;
import static dev.wanvideo.provider.StrictBody.list;
import static dev.wanvideo.provider.StrictBody.oneOf;
import static dev.wanvideo.provider.StrictBody.optional;
import static dev.wanvideo.provider.StrictBody.required;
import static dev.wanvideo.provider.StrictBody.text;
import static dev.wanvideo.provider.StrictBody.whole;
import static dev.wanvideo.provider.StrictBody.wholeOf;

import dev.wanvideo.provider.BodyReader;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedFrame;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.StrictBody;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** AI/ML API's side of the wire. */
record AimlapiEmulation(RemoteSettings settings) implements EmulatedWire {
    private static final BigDecimal USD_PER_SECOND = new BigDecimal("0.195");
    private static final StrictBody BODY = StrictBody.of(
            required("model", oneOf(AimlapiProvider.MODEL)),
            required("prompt", text(1, 5000)),
            optional("first_frame_image", address()),
            optional("image_urls", list(0, 5, address())),
            optional("video_urls", list(0, 5, address())),
            optional("aspect_ratio", oneOf("16:9", "9:16", "1:1", "4:3", "3:4")),
            optional("resolution", oneOf("720p", "1080p")),
            optional("duration", wholeOf(5, 10, 15)),
            optional("enhance_prompt", flag()),
            optional("negative_prompt", text(0, 500)),
            optional("seed", whole(0, 2_147_483_647L)),
            optional("watermark", flag()));

    @Override
    public Optional<String> key(EmulatedCall call) {
        return call.bearer();
    }

    @Override
    public EmulatedAnswer answer(EmulatedCall call, EmulatedJobs jobs) {
        boolean here = call.path().equals(AimlapiProvider.PATH);
        if (here && call.method().equals("POST")) {
            return create(call, jobs);
        }
        if (here && call.method().equals("GET")) {
            return Optional.ofNullable(call.query().get("generation_id"))
                    .map(id -> jobs.find(id)
                            .map(AimlapiAnswers::task)
                            .orElseGet(() -> trouble(Trouble.NO_SUCH_TASK, "Generation not found")))
                    .orElseGet(() -> trouble(Trouble.INVALID, "generation_id is required"));
        }
        return trouble(Trouble.NO_SUCH_CALL, "Cannot " + call.method() + " " + call.path());
    }

    private EmulatedAnswer create(EmulatedCall call, EmulatedJobs jobs) {
        StrictBody.Reading reading = BODY.read(call.body());
        if (reading instanceof StrictBody.Reading.Broken broken) {
            return trouble(Trouble.INVALID, "Body validation error! " + broken.objection());
        }
        JsonNode body = ((StrictBody.Reading.Sound) reading).json();
        return together(body)
                .map(objection -> trouble(Trouble.INVALID, objection))
                .orElseGet(() -> AimlapiAnswers.created(jobs.accept(order(body))));
    }

    /** What is wrong between fields that are each in order: the limits of the model behind. */
    private static Optional<String> together(JsonNode body) {
        int videos = body.path("video_urls").size();
        int references = body.path("image_urls").size() + videos;
        if (references < 1 || references > 5) {
            return Optional.of("image_urls and video_urls must hold 1 to 5 entries together");
        }
        return Optional.of("duration must be at most 10 with video_urls")
                .filter(words -> videos > 0 && body.path("duration").asInt(10) > 10);
    }

    private EmulatedJobs.Order order(JsonNode body) {
        int seconds = body.path("duration").asInt(10);
        return new EmulatedJobs.Order(
                UnaryOperator.identity(),
                body.path("prompt").asString(),
                EmulatedFrame.of(
                        body.path("aspect_ratio").asString("16:9"),
                        body.path("resolution").asString("1080p")),
                seconds,
                BodyReader.whole(body.path("seed")),
                settings.pricePerSecond().orElse(USD_PER_SECOND).multiply(BigDecimal.valueOf(seconds)),
                BodyReader.texts(body, "first_frame_image", "image_urls", "video_urls"));
    }

    @Override
    public EmulatedAnswer trouble(Trouble trouble, String message) {
        return AimlapiAnswers.trouble(trouble, message);
    }
}
