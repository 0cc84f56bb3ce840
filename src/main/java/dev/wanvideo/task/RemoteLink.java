package dev.wanvideo.task;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Where a provider keeps a finished film, and until when if it tells. */
public record RemoteLink(URI address, Optional<Instant> expires) {
    /** Whether it may still lead to the film. */
    public boolean alive(Instant now) {
        return expires.map(now::isBefore).orElse(true);
    }
}
