package dev.wanvideo.provider;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What a look at a task told. */
public sealed interface PollOutcome {
    /** It is not done; also for a status word that nobody documented. */
    record Going(ProviderReport report) implements PollOutcome {}

    /**
     * The film is there.
     *
     * @param linkLife how long its address is good for, where the provider tells
     */
    record Finished(URI film, Optional<Duration> linkLife, ProviderReport report) implements PollOutcome {}

    /** The provider gave up. */
    record Failed(Category category, String message, Charged charged, ProviderReport report) implements PollOutcome {}

    /** The provider says that it knows no such task. */
    record Missing(String message) implements PollOutcome {}

    /** The look itself failed, which says nothing about the task. */
    record NoAnswer(String why, Optional<Duration> retryAfter) implements PollOutcome {}
}
