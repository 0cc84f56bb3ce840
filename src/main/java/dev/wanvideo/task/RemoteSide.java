package dev.wanvideo.task;

import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.MediaFindings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What only the steps of a film that is made elsewhere need of its row.
 *
 * @param findings what was known of the media when it was planned
 * @param failedIsFree whether the provider documents that a failed film costs nothing
 * @param typicalSeconds usual time from submission to film, as the provider's descriptor has it
 */
record RemoteSide(
        Wish wish,
        MediaFindings findings,
        boolean failedIsFree,
        int typicalSeconds,
        Looks looks,
        Preparation preparation) {
    /**
     * How far its media are where its provider can fetch them.
     *
     * @param until when the addresses in the outgoing request may end; empty while it has none
     * @param refusals providers that did not take its media, each with the reason
     */
    record Preparation(Optional<Instant> until, Map<String, String> refusals) {
        Preparation {
            refusals = Map.copyOf(refusals);
        }
    }

    /**
     * What the steps have seen so far.
     *
     * @param missingSince when the provider first said that it knows no such task, and nothing else since
     * @param vain how many looks in a row brought nothing
     * @param linkRetries how often a fresh address was asked for
     */
    record Looks(
            Optional<Instant> intentAt,
            Optional<Instant> submittedAt,
            Optional<Instant> missingSince,
            int vain,
            int linkRetries) {}
}
