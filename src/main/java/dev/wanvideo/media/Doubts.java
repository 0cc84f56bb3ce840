package dev.wanvideo.media;

import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a look could not tell about a file. */
final class Doubts {
    private Doubts() {}

    /** What is missing among the facts, and why; empty when nothing is. */
    static Optional<String> about(MediaFacts facts, MediaKind kind, Bytes bytes) {
        List<String> missing = new ArrayList<>();
        if (kind != MediaKind.VOICE && facts.size().isEmpty()) {
            missing.add("size in pixels");
        }
        if (kind != MediaKind.IMAGE && facts.seconds().isEmpty()) {
            missing.add("length in seconds");
        }
        if (kind == MediaKind.IMAGE
                && facts.size().isPresent()
                && facts.transparent().isEmpty()) {
            missing.add("transparency");
        }
        if (facts.bytes() == 0) {
            missing.add("number of bytes");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("its " + String.join(" and ", missing) + " could not be told: "
                        + bytes.lack().orElse(reason(facts)));
    }

    private static String reason(MediaFacts facts) {
        return facts.bytes() == 0 ? "the server does not say" : "its headers do not say";
    }
}
