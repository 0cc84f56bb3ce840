package dev.wanvideo.task;

import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.video.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of bringing the media of a task to where its provider can fetch them. */
sealed interface Shipped {
    /**
     * All of them are there.
     *
     * @param request with their addresses
     * @param until when the first address may end
     */
    record Ready(OutgoingRequest request, Instant until) implements Shipped {}

    /** Another task is uploading one of them. */
    record Busy() implements Shipped {}

    /** It did not work this time. */
    record Trouble(String why, Optional<Duration> retryAfter) implements Shipped {}

    /** This provider takes them not. */
    record Refused(Category category, String why) implements Shipped {}

    /** One of them can no longer be used, whoever makes the film. */
    record Unusable(Category category, String why) implements Shipped {}
}
