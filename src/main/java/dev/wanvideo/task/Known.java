package dev.wanvideo.task;

import dev.wanvideo.provider.SubmitOutcome;

/** What the process that began an attempt knows of it, and nobody else. */
sealed interface Known {
    /** What the provider answered. */
    record Answered(SubmitOutcome outcome) implements Known {}

    /**
     * Nothing was sent for it, and nothing will be.
     *
     * @param why a few words for the ledger
     */
    record NeverSent(String why) implements Known {}
}
