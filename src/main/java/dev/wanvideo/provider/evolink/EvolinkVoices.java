package dev.wanvideo.provider.evolink;

import dev.wanvideo.video.MediaKind;
import dev.wanvideo.video.MediaSource;
import dev.wanvideo.video.Reference;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which voice belongs to which reference, as EvoLink binds them. */
record EvolinkVoices(List<Optional<String>> images, List<Optional<String>> videos) {
    static EvolinkVoices of(ReferenceVideoRequest request) {
        return new EvolinkVoices(voices(request, MediaKind.IMAGE), voices(request, MediaKind.VIDEO));
    }

    private static List<Optional<String>> voices(ReferenceVideoRequest request, MediaKind kind) {
        return request.references(kind).stream()
                .map(Reference::voice)
                .map(voice -> voice.map(MediaSource::text))
                .toList();
    }

    boolean any() {
        return Stream.concat(images.stream(), videos.stream()).anyMatch(Optional::isPresent);
    }

    /** By place: {@code image1}, {@code video2}; counted per kind, gaps allowed, pictures first. */
    Map<String, String> bindings() {
        Map<String, String> bindings = new TreeMap<>();
        bind(bindings, "image", images);
        bind(bindings, "video", videos);
        return bindings;
    }

    private static void bind(Map<String, String> bindings, String word, List<Optional<String>> voices) {
        for (int i = 0; i < voices.size(); i++) {
            String place = word + (i + 1);
            voices.get(i).ifPresent(voice -> bindings.put(place, voice));
        }
    }

    /**
     * The older way: one voice after the other, those of clips first; empty where that order would have a gap before
     * its last voice, which the older way cannot say.
     */
    List<String> positional() {
        List<Optional<String>> line =
                Stream.concat(videos.stream(), images.stream()).toList();
        List<String> voices = line.stream()
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        return voices.size() == line.stream().filter(Optional::isPresent).count() ? voices : List.of();
    }
}
