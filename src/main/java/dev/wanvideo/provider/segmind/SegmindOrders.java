package dev.wanvideo.provider.segmind;

import dev.wanvideo.provider.BodyReader;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.StrictBody;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a submission as strictly as the page of the model describes it. */
final class SegmindOrders {
    private static final BigDecimal USD_720 = new BigDecimal("0.125");
    private static final BigDecimal USD_1080 = new BigDecimal("0.1875");
    private static final long RANDOM_SEED = -1;

    private static final StrictBody BODY = StrictBody.of(
            StrictBody.required("prompt", StrictBody.text(1, Integer.MAX_VALUE)),
            StrictBody.optional("reference_images", upToFive()),
            StrictBody.optional("reference_videos", upToFive()),
            StrictBody.optional("reference_voice", StrictBody.address()),
            StrictBody.optional("negative_prompt", StrictBody.text(0, Integer.MAX_VALUE)),
            StrictBody.optional("resolution", StrictBody.oneOf("720P", "1080P")),
            StrictBody.optional("duration", StrictBody.whole(2, 15)),
            StrictBody.optional("seed", StrictBody.whole(RANDOM_SEED, 2_147_483_647L)));

    private SegmindOrders() {}

    static StrictBody.Reading read(String body) {
        return BODY.read(body);
    }

    static EmulatedJobs.Order order(JsonNode body, Optional<BigDecimal> told) {
        boolean full = body.path("resolution").asString("720P").equals("1080P");
        int seconds = body.path("duration").asInt(5);
        return new EmulatedJobs.Order(
                uuid -> uuid,
                body.path("prompt").asString(),
                FrameSize.of(AspectRatio.WIDE, full ? Resolution.P1080 : Resolution.P720),
                seconds,
                Optional.of(body.path("seed").asLong(42)).filter(seed -> seed != RANDOM_SEED),
                told.orElse(full ? USD_1080 : USD_720).multiply(BigDecimal.valueOf(seconds)),
                BodyReader.texts(body, "reference_images", "reference_videos", "reference_voice"));
    }

    private static StrictBody.Shape upToFive() {
        return StrictBody.either(StrictBody.list(0, 5, StrictBody.address()), StrictBody.address());
    }
}
