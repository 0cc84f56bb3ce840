package dev.wanvideo.provider.dashscope;

import dev.wanvideo.provider.BodyReader;
import dev.wanvideo.provider.EmulatedFrame;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.StrictBody;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a submission as strictly as the documents describe it. */
final class DashscopeOrders {
    private static final int MOST_REFERENCES = 5;
    private static final int LONGEST_WITH_VIDEO = 10;

    // Longer texts are cut off, not refused.
    private static final StrictBody.Shape TEXT = StrictBody.text(0, Integer.MAX_VALUE);

    private static final StrictBody BODY = StrictBody.of(
            StrictBody.required("model", StrictBody.oneOf("wan2.7-r2v", "wan2.7-r2v-2026-06-12")),
            StrictBody.required(
                    "input",
                    StrictBody.object(
                            StrictBody.required("prompt", StrictBody.text(1, Integer.MAX_VALUE)),
                            StrictBody.optional("negative_prompt", TEXT),
                            StrictBody.required("media", StrictBody.list(1, MOST_REFERENCES + 1, medium())))),
            StrictBody.optional(
                    "parameters",
                    StrictBody.object(
                            StrictBody.optional("resolution", StrictBody.oneOf("720P", "1080P")),
                            StrictBody.optional("ratio", StrictBody.oneOf("16:9", "9:16", "1:1", "4:3", "3:4")),
                            StrictBody.optional("duration", StrictBody.whole(2, 15)),
                            StrictBody.optional("prompt_extend", StrictBody.flag()),
                            StrictBody.optional("watermark", StrictBody.flag()),
                            StrictBody.optional("seed", StrictBody.whole(0, 2_147_483_647L)))));

    private DashscopeOrders() {}

    private static StrictBody.Shape medium() {
        return StrictBody.object(
                StrictBody.required("type", StrictBody.oneOf("reference_image", "reference_video", "first_frame")),
                StrictBody.required("url", address()),
                StrictBody.optional("reference_voice", address()));
    }

    private static StrictBody.Shape address() {
        return StrictBody.either(StrictBody.address(), StrictBody.like("oss://[^\\s/]+/\\S+", "a URL"));
    }

    static StrictBody.Reading read(String body) {
        return BODY.read(body, DashscopeOrders::objection);
    }

    static EmulatedJobs.Order order(JsonNode body, Optional<BigDecimal> told) {
        JsonNode parameters = body.path("parameters");
        JsonNode media = body.path("input").path("media");
        String resolution = parameters.path("resolution").asString("1080P");
        int seconds = parameters.path("duration").asInt(5);
        return new EmulatedJobs.Order(
                uuid -> uuid,
                body.path("input").path("prompt").asString(),
                EmulatedFrame.of(parameters.path("ratio").asString("16:9"), resolution),
                seconds,
                BodyReader.whole(parameters.path("seed")),
                DashscopePrices.most(
                        resolution.equals("1080P"), told, seconds, BodyReader.count(media, "type", "reference_video")),
                addresses(media));
    }

    /** What no single field shows. */
    private static Optional<String> objection(JsonNode body) {
        JsonNode media = body.path("input").path("media");
        int frames = BodyReader.count(media, "type", "first_frame");
        int videos = BodyReader.count(media, "type", "reference_video");
        int references = media.size() - frames;
        if (frames > 1 || references < 1 || references > MOST_REFERENCES) {
            return Optional.of("input.media must hold 1 to 5 references and at most one first_frame");
        }
        if (videos > 0 && body.path("parameters").path("duration").asInt(5) > LONGEST_WITH_VIDEO) {
            return Optional.of("parameters.duration must be 2 to 10 with a reference_video");
        }
        boolean voiced = media.valueStream()
                .anyMatch(entry -> entry.path("type").asString().equals("first_frame") && entry.has("reference_voice"));
        return voiced ? Optional.of("input.media: first_frame takes no reference_voice") : Optional.empty();
    }

    private static List<String> addresses(JsonNode media) {
        return media.values().stream()
                .flatMap(entry -> BodyReader.texts(entry, "url", "reference_voice").stream())
                .toList();
    }
}
