package dev.wanvideo.app;

import java.util.Optional;

/** Where a person's lines come from. */
interface LinePrompt extends AutoCloseable {
    /** The next line; empty at the end. */
    Optional<String> next();

    /** What Ctrl-C does from now on, on a thread of its own, while no line is being typed. */
    void onInterrupt(Runnable action);

    @Override
    void close();
}
