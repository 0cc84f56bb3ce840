package dev.wanvideo.task;

import java.util.Set;

/** Looks out for changes of some tasks, from the moment it was opened until it is closed. */
public interface TaskWatch extends AutoCloseable {
    /** Those of the wanted tasks that there are. */
    Set<String> ids();

    /**
     * Waits for the next visible change of any of them, whichever process makes it, and returns the task as it stands
     * then. Changes in quick succession may be seen as one.
     *
     * @throws StoreUnavailable when the store cannot be read any more
     */
    Task next() throws InterruptedException;

    @Override
    void close();
}
