package dev.wanvideo.task;

import java.time.Instant;

/** When a task was made, last changed, and will be given up. */
public record Times(Instant created, Instant updated, Instant deadline) {}
