package dev.wanvideo.mcp;

import dev.wanvideo.media.MediaProblem;
import dev.wanvideo.media.SourceText;
import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of {@code references}: an object, its JSON text, or just the address or path of a picture or clip. */
final class ReferenceReader {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp", "bmp");
    private static final Set<String> CLIPS = Set.of("mp4", "mov");
    private static final String ONE_MEDIUM = "exactly one of image or video, an https URL or a local path";
    private static final String OBJECT = "an object such as {\"name\": \"anna\", \"image\": \"https://... or a path\"}";

    private ReferenceReader() {}

    /** The reference, or empty after noting in the arguments why there is none. */
    static Optional<Reference> read(Arguments all, int index, Object entry) {
        String place = "references[" + index + "]";
        Object value = Coercion.unwrapped(entry);
        if (value instanceof Map<?, ?> object) {
            return fromObject(all, place, all.within(place, named(object)));
        }
        if (value instanceof String text && !Coercion.looksLikeJson(text.strip())) {
            return fromText(all, place, text.strip());
        }
        all.violate(place, Coercion.shown(value), OBJECT);
        return Optional.empty();
    }

    /** The source that a text argument names. */
    static Optional<MediaSource> source(Arguments in, String name) {
        return in.text(name).flatMap(text -> parsed(in, name, text));
    }

    private static Optional<Reference> fromObject(Arguments all, String place, Arguments object) {
        Optional<String> name = object.text("name").map(ReferenceReader::bare);
        boolean both = object.says("image") && object.says("video");
        boolean neither = !object.says("image") && !object.says("video");
        Optional<MediaSource> image = source(object, "image");
        Optional<MediaSource> video = source(object, "video");
        Optional<MediaSource> voice = source(object, "voice");
        Role role = object.choice("role", List.of(Role.values()), Role::word).orElse(Role.CHARACTER);
        object.refuseUnknown();
        if (both || neither) {
            all.violate(place, both ? "both image and video" : "neither image nor video", ONE_MEDIUM);
            return Optional.empty();
        }
        MediaKind kind = object.says("video") ? MediaKind.VIDEO : MediaKind.IMAGE;
        return image.or(() -> video).map(media -> new Reference(name, kind, media, voice, role));
    }

    private static Optional<Reference> fromText(Arguments all, String place, String text) {
        Optional<MediaKind> kind = kind(text);
        if (kind.isEmpty()) {
            all.violate(place, text, OBJECT + ", as this does not tell whether it is a picture or a clip");
            return Optional.empty();
        }
        return parsed(all, place, text)
                .map(media -> new Reference(Optional.empty(), kind.get(), media, Optional.empty(), Role.CHARACTER));
    }

    private static Optional<MediaSource> parsed(Arguments in, String name, String text) {
        try {
            return Optional.of(SourceText.parse(text.strip()));
        } catch (MediaProblem e) {
            in.violate(name, text, e.limit() + " (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    private static Optional<MediaKind> kind(String text) {
        String path = text.replaceFirst("[?#].*", "");
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PICTURES.contains(ending)) {
            return Optional.of(MediaKind.IMAGE);
        }
        return CLIPS.contains(ending) ? Optional.of(MediaKind.VIDEO) : Optional.empty();
    }

    private static String bare(String name) {
        String stripped = name.strip();
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }

    private static Map<String, Object> named(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
