package dev.wanvideo.provider;

import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One maker of films: found by ServiceLoader, does no I/O itself. */
public interface Provider {
    /** What it is and can do. */
    Descriptor descriptor();

    /** What this request would cost here; a range where it depends on what is not known about its media. */
    Quote quote(ReferenceVideoRequest request, MediaFindings findings);

    /** What would be sent for this request: every value in so many words, since defaults differ and change the price. */
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

    /** How it is spoken to; empty for one that works on this machine. */
    default Optional<Wire> wire() {
        return Optional.empty();
    }

    /** How it takes files from this machine; empty where it has no such calls. */
    default Optional<Uploads> uploads() {
        return Optional.empty();
    }

    /** How it calls back; empty where it does not, or was not told where to. */
    default Optional<Callbacks> callbacks() {
        return Optional.empty();
    }

    /** Its own side of the wire, for the sandbox; empty for one that works on this machine. */
    default Optional<EmulatedWire> emulated() {
        return Optional.empty();
    }
}
