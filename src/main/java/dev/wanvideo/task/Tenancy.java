package dev.wanvideo.task;

import dev.wanvideo.access.Principal;

/** The tasks of everybody, of which each sees and touches only their own. */
public interface Tenancy {
    /**
     * The tasks of one principal; may block while the store opens.
     *
     * @throws StoreUnavailable when the store cannot be used
     */
    Tasks of(Principal principal);
}
