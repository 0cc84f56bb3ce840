package dev.wanvideo.video;

import java.util.Map;
import java.util.Optional;

/**
 * What was found out about the media of a request by looking at their content; what could not be looked at is not in it.
 *
 * @param facts by {@link MediaSource#text}
 */
public record MediaFindings(Map<String, MediaFacts> facts) {
    /** Nothing was looked at. */
    public static final MediaFindings NONE = new MediaFindings(Map.of());

    public MediaFindings {
        facts = Map.copyOf(facts);
    }

    /** What is known about this one. */
    public Optional<MediaFacts> of(MediaSource source) {
        return Optional.ofNullable(facts.get(source.text()));
    }
}
