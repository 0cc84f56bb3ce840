package dev.wanvideo.task;

import java.util.List;

/**
 * What a look at the home and the output folder found.
 *
 * @param usable whether tasks can be made
 * @param lines for a person, one fact each
 */
public record HomeReport(boolean usable, List<String> lines) {
    public HomeReport {
        lines = List.copyOf(lines);
    }

    /** Looks at both folders and the database, without starting any step. */
    public static HomeReport of(TaskSettings settings) {
        throw new StoreUnavailable("not yet " + settings.home());
    }
}
