package dev.wanvideo.provider;

import dev.wanvideo.video.Constraint;
import java.util.List;
import java.util.Optional;

/**
 * What a provider is and can do.
 *
 * @param id the word for {@code provider} arguments, lower case
 * @param keyVariable the setting that holds its key; empty when it needs none
 * @param constraints its limits, with their sources
 * @param features short words for models, e.g. {@code start_image}
 * @param typicalSeconds usual time from submission to film
 */
public record Descriptor(
        String id,
        String name,
        Optional<String> keyVariable,
        List<Constraint> constraints,
        List<String> features,
        int typicalSeconds,
        Execution execution) {
    public Descriptor {
        constraints = List.copyOf(constraints);
        features = List.copyOf(features);
    }
}
