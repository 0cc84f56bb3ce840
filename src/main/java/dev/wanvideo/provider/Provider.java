package dev.wanvideo.provider;

import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Map;

/** One maker of films: found by ServiceLoader, does no I/O itself. */
public interface Provider {
    /** What it is and can do. */
    Descriptor descriptor();

    /** What this request would cost here. */
    Quote quote(ReferenceVideoRequest request);

    /** What would be sent for this request. */
    OutgoingRequest request(ReferenceVideoRequest request);

    /** What the caller should know before this provider makes the film, e.g. a value that has no effect here. */
    default List<String> warnings(ReferenceVideoRequest request) {
        return List.of();
    }

    /** The settings that it understands beside its key. */
    default List<Option> options() {
        return List.of();
    }

    /** The same provider obeying these values, by {@link Option#name}; names it does not know mean nothing to it. */
    default Provider with(Map<String, String> values) {
        return this;
    }
}
