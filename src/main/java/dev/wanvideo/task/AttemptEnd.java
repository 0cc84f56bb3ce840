package dev.wanvideo.task;

import java.util.Locale;

/** How an attempt ended or stands, as far as money goes. */
enum AttemptEnd {
    /** The film is there. */
    MADE,
    /** It was made on this machine, and cut off. */
    INTERRUPTED,
    /** It was stopped, and costs nothing. */
    CANCELLED,
    /** It was made on this machine, and went wrong. */
    FAILED,
    /** A provider took it on; not an end. */
    ACCEPTED,
    /** A provider turned out to have taken it on after the task had ended; an end only if no film follows. */
    ACCEPTED_LATE,
    /** Nobody can tell whether the provider took it on; not an end. */
    UNKNOWN,
    /** The provider said no. */
    REFUSED,
    /** Nothing left this machine. */
    NOT_SENT,
    /** The provider gave up, and takes nothing for it. */
    FAILED_FREE,
    /** It went wrong, and was charged. */
    FAILED_CHARGED,
    /** It went wrong, and nobody can tell whether it was charged. */
    FAILED_UNKNOWN,
    /** It turned out that the provider never took it on. */
    NOT_CHARGED;

    /** The word in the ledger. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
