package dev.wanvideo.task;

import java.time.Duration;
import java.util.Collection;

/** Notices changes of tasks while somebody waits for them, by whichever process they are made. */
interface Changes {
    /** While what this returns is open, it is told of changes of these tasks, and perhaps of others. */
    Waiting open(Collection<String> ids);

    /** Somebody who waits until this is closed. */
    interface Waiting extends AutoCloseable {
        /** How often it was told so far. */
        long count();

        /** Returns when it was told after the {@code seen}-th time, or after the limit, or sooner to look for itself. */
        void await(long seen, Duration limit) throws InterruptedException;

        @Override
        void close();
    }
}
