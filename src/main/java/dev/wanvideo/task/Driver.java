package dev.wanvideo.task;

/** Carries tasks of one kind of execution from state to state. */
interface Driver {
    /** Does the next thing for a task that has not ended; called by one owner at a time, but maybe by a late one too. */
    Next drive(TaskRow row);

    /** Stops a task that has begun, where that can be done; called outside any transaction. */
    CancelOutcome cancel(TaskRow row);
}
