package dev.wanvideo.transport;

import java.util.ArrayList;
import java.util.List;

/** What is to be run when a session ends. */
public final class SessionEnd implements Runnable {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean reached;

    /** Has the action run at the end, or at once when that was before. */
    public void add(Runnable action) {
        if (!isKept(action)) {
            action.run();
        }
    }

    /** The session has ended. */
    @Override
    public void run() {
        reached().forEach(Runnable::run);
    }

    private synchronized boolean isKept(Runnable action) {
        if (!reached) {
            actions.add(action);
        }
        return !reached;
    }

    private synchronized List<Runnable> reached() {
        reached = true;
        return List.copyOf(actions);
    }
}
