package dev.wanvideo.video;

import java.util.List;
import java.util.Optional;

/**
 * What a caller wants filmed, in no provider's dialect. Values may break the constraints: {@link Constraint} tells.
 *
 * @param references in the caller's order, which is also the numbering order
 * @param seed empty until one is drawn
 */
public record ReferenceVideoRequest(
        String prompt,
        Optional<String> negativePrompt,
        List<Reference> references,
        Optional<MediaSource> startImage,
        Format format,
        Optional<Long> seed,
        Switches switches) {
    public ReferenceVideoRequest {
        references = List.copyOf(references);
    }

    /** How many references are of this kind. */
    public long count(MediaKind kind) {
        return references(kind).size();
    }

    /** The references of this kind, in their order. */
    public List<Reference> references(MediaKind kind) {
        return references.stream().filter(r -> r.kind() == kind).toList();
    }

    /** Where the references of this kind are, in their order. */
    public List<String> addresses(MediaKind kind) {
        return references(kind).stream()
                .map(reference -> reference.media().text())
                .toList();
    }

    /** The same request with a seed. */
    public ReferenceVideoRequest withSeed(long drawn) {
        return new ReferenceVideoRequest(
                prompt, negativePrompt, references, startImage, format, Optional.of(drawn), switches);
    }
}
