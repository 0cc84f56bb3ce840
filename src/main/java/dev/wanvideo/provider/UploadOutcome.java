package dev.wanvideo.provider;

import dev.wanvideo.video.Category;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of an upload. It cost nothing, whatever it is. */
public sealed interface UploadOutcome {
    /**
     * The file is there.
     *
     * @param address what a request names it by
     * @param expires from when on the address may no longer work
     */
    record Stored(URI address, Instant expires) implements UploadOutcome {}

    /** The host said no and would say it again. */
    record Refused(Category category, String message) implements UploadOutcome {}

    /** No answer, or one that passes by itself: to be tried again. */
    record NoAnswer(String message, Optional<Duration> retryAfter) implements UploadOutcome {}
}
