package dev.wanvideo.provider;

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
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Arguments of {@code create_reference_video} as recordings write them; a word that is not one is an error. */
final class RecordedArguments {
    private static final Set<String> KNOWN = Set.of(
            "prompt",
            "negative_prompt",
            "references",
            "start_image",
            "aspect_ratio",
            "resolution",
            "duration",
            "seed",
            "prompt_expansion",
            "audio",
            "shot_type",
            "watermark");

    private RecordedArguments() {}

    static ReferenceVideoRequest read(JsonNode json) {
        json.propertyNames().stream().filter(name -> !KNOWN.contains(name)).forEach(name -> {
            throw new IllegalArgumentException("a recording asks for " + name);
        });
        return new ReferenceVideoRequest(
                json.path("prompt").asString(),
                text(json, "negative_prompt"),
                json.path("references").values().stream()
                        .map(RecordedArguments::reference)
                        .toList(),
                text(json, "start_image").map(RecordedArguments::media),
                format(json),
                Optional.of(json.path("seed")).filter(JsonNode::isNumber).map(JsonNode::asLong),
                switches(json));
    }

    private static Format format(JsonNode json) {
        return new Format(
                text(json, "aspect_ratio")
                        .map(w -> one(AspectRatio.values(), AspectRatio::word, w))
                        .orElse(Format.DEFAULT.aspectRatio()),
                text(json, "resolution")
                        .map(w -> one(Resolution.values(), Resolution::word, w))
                        .orElse(Format.DEFAULT.resolution()),
                json.has("duration") ? json.path("duration").asLong() : Format.DEFAULT.seconds());
    }

    private static Switches switches(JsonNode json) {
        return new Switches(
                flag(json, "prompt_expansion"),
                flag(json, "audio"),
                text(json, "shot_type").map(w -> one(ShotType.values(), ShotType::word, w)),
                flag(json, "watermark"),
                false);
    }

    private static Reference reference(JsonNode json) {
        MediaKind kind = json.has("video") ? MediaKind.VIDEO : MediaKind.IMAGE;
        return new Reference(
                text(json, "name"),
                kind,
                text(json, kind == MediaKind.VIDEO ? "video" : "image")
                        .map(RecordedArguments::media)
                        .orElseThrow(),
                text(json, "voice").map(RecordedArguments::media),
                text(json, "role").map(w -> one(Role.values(), Role::word, w)).orElse(Role.CHARACTER));
    }

    private static MediaSource media(String text) {
        return text.startsWith("http") ? new MediaSource.Remote(URI.create(text)) : new MediaSource.Local(text);
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Optional<Boolean> flag(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isBoolean).map(JsonNode::asBoolean);
    }

    private static <E> E one(E[] values, Function<E, String> word, String said) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(said))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a recording says " + said));
    }
}
