package dev.wanvideo.provider;

import dev.wanvideo.video.Quote;
import java.util.List;

/** Who will make the film, at what price, and what will be sent. */
public record Plan(
        Provider provider, Quote quote, List<Considered> considered, OutgoingRequest request, List<String> warnings) {
    public Plan {
        considered = List.copyOf(considered);
        warnings = List.copyOf(warnings);
    }
}
