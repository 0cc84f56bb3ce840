package dev.wanvideo.task;

import java.util.HashSet;
import java.util.Set;

/** The threads of this process that are making a film right now, so that stopping the process can stop them at once. */
final class Renders {
    private final Set<Thread> makers = new HashSet<>();
    private boolean stopping;

    /** From here until {@link #leave} the calling thread may be interrupted. */
    synchronized void enter() throws InterruptedException {
        if (stopping) {
            throw new InterruptedException();
        }
        makers.add(Thread.currentThread());
    }

    /** Also clears an interrupt that came too late, since what follows must not be cut off. */
    synchronized void leave() {
        makers.remove(Thread.currentThread());
        if (stopping) {
            Thread.interrupted();
        }
    }

    synchronized void stop() {
        stopping = true;
        makers.forEach(Thread::interrupt);
    }

    synchronized boolean stopping() {
        return stopping;
    }
}
