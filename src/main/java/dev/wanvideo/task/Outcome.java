package dev.wanvideo.task;

import java.util.Optional;

/**
 * What came of a task so far: a film, an error, or neither yet.
 *
 * @param error why it failed; of a task whose submission is unclear, what is unclear
 * @param link where the provider keeps the film
 */
public record Outcome(Optional<Film> film, Optional<TaskError> error, Optional<RemoteLink> link) {
    /** With nothing kept elsewhere. */
    public Outcome(Optional<Film> film, Optional<TaskError> error) {
        this(film, error, Optional.empty());
    }
}
