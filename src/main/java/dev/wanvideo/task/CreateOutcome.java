package dev.wanvideo.task;

import dev.wanvideo.video.Refusal;

/** What came of asking for a task. */
public sealed interface CreateOutcome {
    /** A new row is durable and its first step scheduled. */
    record Created(Task task) implements CreateOutcome {}

    /** The same {@code request_id}, or an equal request that is still active: nothing new was made. */
    record Existing(Task task, String why) implements CreateOutcome {}

    /** The same {@code request_id} with another request. */
    record Conflict(Refusal refusal) implements CreateOutcome {}
}
