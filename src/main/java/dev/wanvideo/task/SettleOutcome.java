package dev.wanvideo.task;

/** What came of settling by hand whether a provider took a film on. */
public sealed interface SettleOutcome {
    /** It is settled; the task as it stands now, and a sentence on how it goes on. */
    record Settled(Task task, String sentence) implements SettleOutcome {}

    /** Nothing was changed, and why. */
    record Unchanged(Task task, String why) implements SettleOutcome {}

    /** There is no task of this id. */
    record NoSuchTask() implements SettleOutcome {}
}
