package dev.wanvideo.mcp;

import dev.wanvideo.task.Task;

/** A film that was ordered and is not finished, for a client that follows it itself. */
record InTheMaking(Task task) implements Reply {}
