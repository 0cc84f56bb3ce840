package dev.wanvideo.video;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found out about the media of a request by looking at their content; what could not be looked at is not in it.
 *
 * @param facts by {@link MediaSource#text}; of what will be mended, as far as is known how it will be then
 * @param mended those that will be mended before they are used, by the same
 */
public record MediaFindings(Map<String, MediaFacts> facts, Set<String> mended) {
    /** Nothing was looked at. */
    public static final MediaFindings NONE = new MediaFindings(Map.of());

    public MediaFindings {
        facts = Map.copyOf(facts);
        mended = Set.copyOf(mended);
    }

    /** Nothing is mended. */
    public MediaFindings(Map<String, MediaFacts> facts) {
        this(facts, Set.of());
    }

    /** What is known about this one. */
    public Optional<MediaFacts> of(MediaSource source) {
        return Optional.ofNullable(facts.get(source.text()));
    }

    /** Whether this one will be mended. */
    public boolean mends(MediaSource source) {
        return mended.contains(source.text());
    }
}
