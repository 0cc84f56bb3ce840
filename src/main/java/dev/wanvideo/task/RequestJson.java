package dev.wanvideo.task;

import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.Format;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Role;
import dev.wanvideo.video.ShotType;
import dev.wanvideo.video.Switches;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as stored text: the keys are the tool's arguments, what the caller did not say is absent, and keys that a
 * newer version added are ignored.
 */
final class RequestJson {
    private final JsonMapper mapper;

    RequestJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(ReferenceVideoRequest request) {
        ObjectNode json = mapper.createObjectNode();
        json.put("prompt", request.prompt());
        request.negativePrompt().ifPresent(text -> json.put("negative_prompt", text));
        request.references().forEach(reference -> json.withArray("references").add(written(reference)));
        request.startImage().ifPresent(media -> json.put("start_image", media.text()));
        json.put("aspect_ratio", request.format().aspectRatio().word());
        json.put("resolution", request.format().resolution().word());
        json.put("duration", request.format().seconds());
        request.seed().ifPresent(seed -> json.put("seed", seed));
        write(request.switches(), json);
        return json.toString();
    }

    private static void write(Switches switches, ObjectNode json) {
        switches.promptExpansion().ifPresent(on -> json.put("prompt_expansion", on));
        switches.audio().ifPresent(on -> json.put("audio", on));
        switches.shotType().ifPresent(type -> json.put("shot_type", type.word()));
        switches.watermark().ifPresent(on -> json.put("watermark", on));
        if (switches.fixMedia()) {
            json.put("fix_media", true);
        }
    }

    private ObjectNode written(Reference reference) {
        ObjectNode json = mapper.createObjectNode();
        reference.name().ifPresent(name -> json.put("name", name));
        json.put(
                reference.kind() == MediaKind.VIDEO ? "video" : "image",
                reference.media().text());
        reference.voice().ifPresent(voice -> json.put("voice", voice.text()));
        json.put("role", reference.role().word());
        return json;
    }

    ReferenceVideoRequest read(String stored) {
        JsonNode json = mapper.readTree(stored);
        return new ReferenceVideoRequest(
                json.path("prompt").asString(),
                text(json, "negative_prompt"),
                references(json.path("references")),
                text(json, "start_image").map(RequestJson::media),
                format(json),
                Optional.of(json.path("seed")).filter(JsonNode::isNumber).map(JsonNode::asLong),
                switches(json));
    }

    private static List<Reference> references(JsonNode json) {
        return json.values().stream().map(RequestJson::reference).toList();
    }

    private static Reference reference(JsonNode json) {
        MediaKind kind = json.has("video") ? MediaKind.VIDEO : MediaKind.IMAGE;
        String source = json.path(kind == MediaKind.VIDEO ? "video" : "image").asString();
        return new Reference(
                text(json, "name"),
                kind,
                media(source),
                text(json, "voice").map(RequestJson::media),
                one(Role.values(), Role::word, json.path("role").asString()));
    }

    private static Format format(JsonNode json) {
        return new Format(
                one(
                        AspectRatio.values(),
                        AspectRatio::word,
                        json.path("aspect_ratio").asString()),
                one(
                        Resolution.values(),
                        Resolution::word,
                        json.path("resolution").asString()),
                json.path("duration").asLong());
    }

    private static Switches switches(JsonNode json) {
        return new Switches(
                flag(json, "prompt_expansion"),
                flag(json, "audio"),
                text(json, "shot_type").map(word -> one(ShotType.values(), ShotType::word, word)),
                flag(json, "watermark"),
                flag(json, "fix_media").orElse(false));
    }

    private static MediaSource media(String text) {
        return begins(text, "https://") || begins(text, "http://")
                ? new MediaSource.Remote(URI.create(text))
                : new MediaSource.Local(text);
    }

    private static boolean begins(String text, String scheme) {
        return text.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.of(json.path(key)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Optional<Boolean> flag(JsonNode json, String key) {
        return Optional.of(json.path(key)).filter(JsonNode::isBoolean).map(JsonNode::asBoolean);
    }

    private static <E> E one(E[] values, Function<E, String> word, String stored) {
        for (E value : values) {
            if (word.apply(value).equals(stored)) {
                return value;
            }
        }
        throw new IllegalStateException("a stored request says " + stored);
    }
}
