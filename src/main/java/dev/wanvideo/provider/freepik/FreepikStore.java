package dev.wanvideo.provider.freepik;

import static dev.wanvideo.provider.StrictBody.list;
import static dev.wanvideo.provider.StrictBody.object;
import static dev.wanvideo.provider.StrictBody.oneOf;
import static dev.wanvideo.provider.StrictBody.required;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedSeal;
import dev.wanvideo.provider.StrictBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Freepik's side of an upload: it signs addresses, and its file store takes what was signed and nothing else. */
final class FreepikStore {
    static final String SIGNED = "/signed-store";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LENGTHS = "x-goog-content-length-range";
    private static final String RANGE = "1,20971520";
    private static final StrictBody BODY = StrictBody.of(required(
            "files", list(1, 14, object(required("content_type", oneOf("image/png", "image/jpeg", "image/webp"))))));

    private FreepikStore() {}

    static StrictBody.Reading read(EmulatedCall call) {
        return BODY.read(call.body());
    }

    /** An address to upload to, and one to be read at, for each file. */
    static EmulatedAnswer signed(EmulatedCall call, JsonNode body, EmulatedJobs jobs) {
        List<Map<String, Object>> places = body.path("files").values().stream()
                .map(file -> place(call, file.path("content_type").asString(), jobs))
                .toList();
        return EmulatedAnswer.json(200, JSON.writeValueAsString(Map.of("files", places)));
    }

    private static Map<String, Object> place(EmulatedCall call, String type, EmulatedJobs jobs) {
        String id = UUID.randomUUID().toString();
        String name = id + "." + type.substring("image/".length());
        return new BodyFields()
                .put("file_id", id)
                .put(
                        "upload_url",
                        call.origin() + SIGNED + "?name=" + name + "&type="
                                + URLEncoder.encode(type, StandardCharsets.UTF_8) + "&signature="
                                + EmulatedSeal.of(name, type))
                .put("headers", Map.of("Content-Type", type, LENGTHS, RANGE))
                .put("expires_in", 120)
                .put("asset_url", jobs.addressOf(name))
                .put("asset_url_expires_in", 86_400)
                .done();
    }

    /** The store itself. */
    static EmulatedAnswer put(EmulatedCall call, EmulatedJobs jobs) {
        String name = call.query().getOrDefault("name", "");
        String type = call.query().getOrDefault("type", "");
        boolean sealed = EmulatedSeal.of(name, type).equals(call.query().get("signature"))
                && call.header("content-type").filter(type::equals).isPresent()
                && call.header(LENGTHS).filter(RANGE::equals).isPresent();
        if (!call.method().equals("PUT") || !sealed) {
            return refused(403, "SignatureDoesNotMatch");
        }
        if (!call.ofToldLength() || call.content().length == 0) {
            return refused(411, "MissingContentLength");
        }
        jobs.keep(jobs.addressOf(name), type, call.content());
        return new EmulatedAnswer(200, Map.of(), "", Optional.empty());
    }

    private static EmulatedAnswer refused(int status, String code) {
        return new EmulatedAnswer(
                status,
                Map.of("Content-Type", "application/xml"),
                "<?xml version='1.0' encoding='UTF-8'?><Error><Code>" + code + "</Code><StringToSign>PUT</StringToSign>"
                        + "</Error>",
                Optional.empty());
    }
}
