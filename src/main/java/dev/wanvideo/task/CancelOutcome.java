package dev.wanvideo.task;

/** What came of asking to cancel: the task as it stands now, and a sentence that is honest about it. */
public record CancelOutcome(Task task, boolean cancelled, String sentence) {}
