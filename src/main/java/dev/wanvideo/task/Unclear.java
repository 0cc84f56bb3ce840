package dev.wanvideo.task;

import java.time.Duration;

/** What is known of a submission of which nobody can tell what became. */
final class Unclear {
    /** The first look after it got unclear. */
    static final Duration FIRST_LOOK = Duration.ofSeconds(30);

    private Unclear() {}

    /** Whether a task in this state may or may not have been taken on. */
    static boolean state(TaskStatus status) {
        return status == TaskStatus.SUBMITTING || status == TaskStatus.SUBMISSION_UNKNOWN;
    }

    /** For the caller. */
    static String sentence(TaskRow row, String why) {
        return "Nobody can tell whether " + row.task().provider() + " took this film on: " + why
                + ". It is not sent again, because it might then be paid twice. Look at your account there.";
    }
}
