package dev.wanvideo.task;

import java.util.Optional;

/** What came of a task so far: a film, an error, or neither yet. */
public record Outcome(Optional<Film> film, Optional<TaskError> error) {}
