package dev.wanvideo.task;

import java.util.Locale;

/** Who settled how an attempt stands. */
enum Settler {
    STEP,
    PERSON,
    LIST,
    CALLBACK;

    /** The word in the ledger. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
