package dev.wanvideo.task;

import java.util.Locale;

/** How an attempt ended that was made on this machine; only a film that was made counts towards the budget. */
enum AttemptEnd {
    MADE,
    INTERRUPTED,
    CANCELLED,
    FAILED;

    /** The word in the ledger. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
