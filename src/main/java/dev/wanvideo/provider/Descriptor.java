package dev.wanvideo.provider;

import dev.wanvideo.video.Constraint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a provider is and can do.
 *
 * @param id the word for {@code provider} arguments, lower case
 * @param keyVariable the setting that holds its key; empty when it needs none
 * @param constraints its limits, with their sources
 * @param features short words for models, e.g. {@code start_image}
 * @param typicalSeconds usual time from submission to film
 * @param manners of a remote one
 */
public record Descriptor(
        String id,
        String name,
        Optional<String> keyVariable,
        List<Constraint> constraints,
        List<String> features,
        int typicalSeconds,
        Execution execution,
        Optional<Manners> manners) {
    public Descriptor {
        constraints = List.copyOf(constraints);
        features = List.copyOf(features);
    }

    /** One that works on this machine. */
    public static Descriptor local(
            String id, String name, List<Constraint> constraints, List<String> features, int typicalSeconds) {
        return new Descriptor(
                id, name, Optional.empty(), constraints, features, typicalSeconds, Execution.LOCAL, Optional.empty());
    }

    /** A remote one with a key in {@code <ID>_API_KEY}. */
    public static Descriptor remote(
            String id,
            String name,
            List<Constraint> constraints,
            List<String> features,
            int typicalSeconds,
            Manners manners) {
        return new Descriptor(
                id,
                name,
                Optional.of(id.toUpperCase(Locale.ROOT) + "_API_KEY"),
                constraints,
                features,
                typicalSeconds,
                Execution.REMOTE,
                Optional.of(manners));
    }
}
