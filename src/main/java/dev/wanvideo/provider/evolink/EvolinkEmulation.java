package dev.wanvideo.provider.evolink;

import static dev.wanvideo.provider.StrictBody.address;
import static dev.wanvideo.provider.StrictBody.flag;
import static dev.wanvideo.provider.StrictBody.list;
import static dev.wanvideo.provider.StrictBody.map;
import static dev.wanvideo.provider.StrictBody.object;
import static dev.wanvideo.provider.StrictBody.oneOf;
import static dev.wanvideo.provider.StrictBody.optional;
import static dev.wanvideo.provider.StrictBody.required;
import static dev.wanvideo.provider.StrictBody.text;
import static dev.wanvideo.provider.StrictBody.whole;

import dev.wanvideo.provider.BodyReader;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedCallback;
import dev.wanvideo.provider.EmulatedFrame;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.PriceList.Rate;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.StrictBody;
import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** EvoLink's side of the wire. */
record EvolinkEmulation(RemoteSettings settings) implements EmulatedWire {
    private static final String ID = "task-unified-";
    // How long a clip is the emulation cannot know; it bills this many seconds for each.
    private static final int CLIP_SECONDS = 5;
    private static final StrictBody BODY = StrictBody.of(
            required("model", oneOf(EvolinkProvider.MODEL)),
            required("prompt", text(1, 5000)),
            optional("negative_prompt", text(0, 500)),
            optional("image_start", address()),
            optional("image_urls", list(0, 5, address())),
            optional("video_urls", list(0, 5, address())),
            optional("audio_urls", list(0, 5, address())),
            optional(
                    "model_params",
                    object(optional("voice_bindings", map(Pattern.compile("(image|video)[1-9]\\d*"), 5, address())))),
            optional("quality", oneOf("720p", "1080p")),
            optional("aspect_ratio", oneOf("16:9", "9:16", "1:1", "4:3", "3:4")),
            optional("duration", whole(2, 15)),
            optional("seed", whole(1, 2_147_483_647L)),
            optional("prompt_extend", flag()),
            optional("callback_url", address()));

    @Override
    public Optional<String> key(EmulatedCall call) {
        return call.bearer();
    }

    @Override
    public EmulatedAnswer answer(EmulatedCall call, EmulatedJobs jobs) {
        if (call.method().equals("POST") && call.path().equals(EvolinkProvider.CREATE)) {
            return create(call, jobs);
        }
        if (call.method().equals("POST") && call.path().equals(EvolinkUploads.PATH)) {
            return EvolinkFiles.upload(call, jobs);
        }
        if (call.method().equals("GET") && call.path().startsWith(EvolinkProvider.TASKS)) {
            return look(call.path().substring(EvolinkProvider.TASKS.length()), jobs);
        }
        return trouble(Trouble.NO_SUCH_CALL, "Invalid URL");
    }

    private EmulatedAnswer look(String id, EmulatedJobs jobs) {
        return id.startsWith(ID)
                ? jobs.find(id)
                        .map(EvolinkAnswers::task)
                        .orElseGet(() -> trouble(Trouble.NO_SUCH_TASK, "Task not found"))
                : EvolinkAnswers.error(400, "invalid_task_id", "Invalid task ID");
    }

    private EmulatedAnswer create(EmulatedCall call, EmulatedJobs jobs) {
        StrictBody.Reading reading = BODY.read(call.body(), EvolinkEmulation::together);
        return reading instanceof StrictBody.Reading.Sound sound
                ? EvolinkAnswers.created(jobs.accept(order(sound.json())))
                : trouble(Trouble.INVALID, ((StrictBody.Reading.Broken) reading).objection());
    }

    /** What is wrong between fields that are each in order. */
    private static Optional<String> together(JsonNode body) {
        int images = body.path("image_urls").size();
        int videos = body.path("video_urls").size();
        if (images + videos < 1 || images + videos > 5) {
            return Optional.of("image_urls + video_urls must hold 1 to 5 entries");
        }
        if (videos > 0 && body.path("duration").asInt(5) > 10) {
            return Optional.of("duration must be at most 10 with video_urls");
        }
        return body.path("model_params").path("voice_bindings").propertyNames().stream()
                .filter(name -> Integer.parseInt(name.substring(5)) > (name.startsWith("image") ? images : videos))
                .map(name -> "voice_bindings." + name + " out of range")
                .findFirst();
    }

    private EmulatedJobs.Order order(JsonNode body) {
        int seconds = body.path("duration").asInt(5);
        String quality = body.path("quality").asString("720p");
        return new EmulatedJobs.Order(
                uuid -> ID + "1757169743-" + uuid.replace("-", ""),
                body.path("prompt").asString(),
                EmulatedFrame.of(body.path("aspect_ratio").asString("16:9"), quality),
                seconds,
                BodyReader.whole(body.path("seed")),
                price(quality)
                        .multiply(BigDecimal.valueOf(seconds
                                + (long) CLIP_SECONDS * body.path("video_urls").size())),
                media(body),
                Optional.of(body.path("callback_url").asString("")).filter(url -> !url.isEmpty()));
    }

    @Override
    public Optional<EmulatedCallback> callback(EmulatedJobs.Job job, String id, Instant now) {
        return switch (job.phase()) {
            case WAITING, WORKING -> Optional.empty();
            case DONE, FAILED, CANCELLED ->
                Optional.of(
                        new EmulatedCallback(Map.of(), EvolinkAnswers.task(job).json()));
        };
    }

    private BigDecimal price(String quality) {
        Resolution resolution = quality.equals("720p") ? Resolution.P720 : Resolution.P1080;
        return settings.pricePerSecond()
                .or(() -> Optional.ofNullable(EvolinkPrices.LIST.usdPerSecond().get(resolution))
                        .map(Rate::high))
                .orElseThrow();
    }

    private static List<String> media(JsonNode body) {
        List<String> media = new ArrayList<>(BodyReader.texts(body, "image_urls", "video_urls", "audio_urls"));
        media.addAll(BodyReader.texts(body.path("model_params"), "voice_bindings"));
        media.addAll(BodyReader.texts(body, "image_start"));
        return media;
    }

    @Override
    public EmulatedAnswer trouble(Trouble trouble, String message) {
        return EvolinkAnswers.trouble(trouble, message);
    }
}
