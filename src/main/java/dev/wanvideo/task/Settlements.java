package dev.wanvideo.task;

/**
 * A person's word on tasks of which nobody knows whether they were taken on, whoever ordered them. Every method may
 * throw {@link StoreUnavailable}.
 */
public interface Settlements {
    /**
     * Settles a {@code submission_unknown}: the provider did take the film on, under this id of its own.
     *
     * @param providerTaskId as the provider shows it
     */
    SettleOutcome bind(String id, String providerTaskId);

    /** Settles a {@code submission_unknown}: the provider never took the film on, and nothing was charged. */
    SettleOutcome notCharged(String id);
}
