package dev.wanvideo.provider.highway;

import dev.wanvideo.provider.BodyReader;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.StrictBody;
import dev.wanvideo.video.FrameSize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a submission as strictly as the page of the call describes it. */
final class HighwayOrders {
    // 0.60 and 1.00 CNY at PPIO; the host itself tells no price.
    private static final BigDecimal USD_720 = new BigDecimal("0.084");
    private static final BigDecimal USD_1080 = new BigDecimal("0.14");
    private static final int FULL_SIDE = 1080;
    private static final int MOST_VIDEOS = 3;

    private static final StrictBody BODY = StrictBody.of(
            StrictBody.optional("seed", StrictBody.whole(0, 2_147_483_647L)),
            StrictBody.optional(
                    "size",
                    StrictBody.oneOf(
                            "1280*720",
                            "720*1280",
                            "960*960",
                            "1088*832",
                            "832*1088",
                            "1920*1080",
                            "1080*1920",
                            "1440*1440",
                            "1632*1248",
                            "1248*1632")),
            StrictBody.optional("audio", StrictBody.flag()),
            StrictBody.required(
                    "media",
                    StrictBody.list(
                            1,
                            5,
                            StrictBody.object(
                                    StrictBody.required("url", StrictBody.address()),
                                    StrictBody.required(
                                            "type",
                                            StrictBody.oneOf("reference_image", "reference_video", "first_frame")),
                                    StrictBody.optional("reference_voice", StrictBody.address())))),
            StrictBody.required("prompt", StrictBody.text(0, 1500)),
            StrictBody.optional("duration", StrictBody.whole(2, 10)),
            StrictBody.optional("shot_type", StrictBody.oneOf("single", "multi")),
            StrictBody.optional("watermark", StrictBody.flag()),
            StrictBody.optional("negative_prompt", StrictBody.text(0, 500)));

    private HighwayOrders() {}

    static StrictBody.Reading read(String body) {
        return BODY.read(body, HighwayOrders::objection);
    }

    static EmulatedJobs.Order order(JsonNode body, Optional<BigDecimal> told) {
        FrameSize size = size(body.path("size").asString("1920*1080"));
        int seconds = body.path("duration").asInt(5);
        BigDecimal usual = Math.min(size.width(), size.height()) >= FULL_SIDE ? USD_1080 : USD_720;
        return new EmulatedJobs.Order(
                uuid -> uuid,
                body.path("prompt").asString(),
                size,
                seconds,
                BodyReader.whole(body.path("seed")),
                told.orElse(usual).multiply(BigDecimal.valueOf(seconds)),
                addresses(body.path("media")));
    }

    /** What no single field shows. */
    private static Optional<String> objection(JsonNode body) {
        JsonNode media = body.path("media");
        int videos = BodyReader.count(media, "type", "reference_video");
        int frames = BodyReader.count(media, "type", "first_frame");
        if (videos > MOST_VIDEOS) {
            return Optional.of("media: number of videos must be 0 to " + MOST_VIDEOS);
        }
        if (frames > 1 || frames == media.size()) {
            return Optional.of("media must hold a reference, and at most one first_frame");
        }
        for (JsonNode entry : media) {
            if (entry.path("type").asString().equals("first_frame") && entry.has("reference_voice")) {
                return Optional.of("media: first_frame takes no reference_voice");
            }
        }
        return Optional.empty();
    }

    private static FrameSize size(String word) {
        int star = word.indexOf('*');
        return new FrameSize(Integer.parseInt(word.substring(0, star)), Integer.parseInt(word.substring(star + 1)));
    }

    private static List<String> addresses(JsonNode media) {
        return media.values().stream()
                .flatMap(entry -> BodyReader.texts(entry, "url", "reference_voice").stream())
                .toList();
    }
}
