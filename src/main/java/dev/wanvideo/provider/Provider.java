package dev.wanvideo.provider;

import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;

/** One maker of films: found by ServiceLoader, does no I/O itself. */
public interface Provider {
    /** What it is and can do. */
    Descriptor descriptor();

    /** What this request would cost here. */
    Quote quote(ReferenceVideoRequest request);

    /** What would be sent for this request. */
    OutgoingRequest request(ReferenceVideoRequest request);
}
