package dev.wanvideo.task;

import java.time.Duration;

/** What is to happen with a task's step after it ran. */
sealed interface Next {
    /** No further step; the task has ended. */
    record Done() implements Next {}

    /** The step again, after a while. */
    record Again(Duration after) implements Next {}

    Next DONE = new Done();
    Next AT_ONCE = new Again(Duration.ZERO);
}
