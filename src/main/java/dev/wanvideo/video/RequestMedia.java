package dev.wanvideo.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One file that a request speaks of.
 *
 * @param field argument path, e.g. {@code references[1].voice}
 * @param kind what it is to the film; a start image is an {@link MediaKind#IMAGE}
 */
public record RequestMedia(String field, MediaKind kind, MediaSource source) {
    /** All of a request, in the order of its arguments. */
    public static List<RequestMedia> of(ReferenceVideoRequest request) {
        List<RequestMedia> media = new ArrayList<>();
        List<Reference> references = request.references();
        for (int i = 0; i < references.size(); i++) {
            String place = "references[" + i + "].";
            Reference reference = references.get(i);
            media.add(new RequestMedia(
                    place + reference.kind().name().toLowerCase(Locale.ROOT), reference.kind(), reference.media()));
            reference.voice().ifPresent(voice -> media.add(new RequestMedia(place + "voice", MediaKind.VOICE, voice)));
        }
        request.startImage().ifPresent(image -> media.add(new RequestMedia("start_image", MediaKind.IMAGE, image)));
        return media;
    }

    /** The request with each of its media in place of what it was. */
    public static ReferenceVideoRequest replaced(
            ReferenceVideoRequest request, Function<RequestMedia, MediaSource> by) {
        Map<String, MediaSource> sources = of(request).stream().collect(Collectors.toMap(RequestMedia::field, by));
        List<Reference> references = new ArrayList<>();
        for (Reference reference : request.references()) {
            String place = "references[" + references.size() + "].";
            references.add(new Reference(
                    reference.name(),
                    reference.kind(),
                    found(sources, place + reference.kind().name().toLowerCase(Locale.ROOT)),
                    reference.voice().map(voice -> found(sources, place + "voice")),
                    reference.role()));
        }
        return new ReferenceVideoRequest(
                request.prompt(),
                request.negativePrompt(),
                references,
                request.startImage().map(image -> found(sources, "start_image")),
                request.format(),
                request.seed(),
                request.switches());
    }

    private static MediaSource found(Map<String, MediaSource> sources, String field) {
        return Optional.ofNullable(sources.get(field)).orElseThrow();
    }
}
