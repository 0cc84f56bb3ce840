package dev.wanvideo.transport;

import org.jspecify.annotations.Nullable;

/** What is known of a server before its core is loaded, which nobody may ever need. */
public interface Asleep {
    /** Whether the core is needed though nobody calls; asked every few seconds. */
    boolean wanted();

    /**
     * The result, as JSON of one line, of a tool that is called without arguments; null when the core has to be asked.
     * Asked on the thread that reads, before anything slow is loaded.
     */
    default @Nullable String result(String tool) {
        return null;
    }
}
