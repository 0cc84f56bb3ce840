package dev.wanvideo.task;

import dev.wanvideo.access.Principal;
import java.util.OptionalLong;

/** The tasks of everybody, of which each sees and touches only their own. */
public interface Tenancy {
    /**
     * The tasks of one principal; may block while the store opens.
     *
     * @throws StoreUnavailable when the store cannot be used
     */
    Tasks of(Principal principal);

    /** Changes whenever anything about any task does; empty where that cannot be told at once. Never waits. */
    default OptionalLong version() {
        return OptionalLong.empty();
    }
}
