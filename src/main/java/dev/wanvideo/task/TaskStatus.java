package dev.wanvideo.task;

import java.util.Locale;

/** Where a task stands; the wire word is the name in lower case. */
public enum TaskStatus {
    QUEUED,
    PREPARING,
    SUBMITTING,
    SUBMISSION_UNKNOWN,
    RUNNING,
    DOWNLOADING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** The word that results and stored rows carry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status for a stored word. */
    public static TaskStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing will change any more. */
    public boolean terminal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
