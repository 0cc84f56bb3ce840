package dev.wanvideo.mcp.authoring;

import java.util.ArrayList;
import java.util.List;

/** How a film's seconds are shared out among shots. */
final class Shots {
    /** A shorter shot is seldom seen. */
    private static final long SHORTEST = 2;

    private Shots() {}

    /** From and to in whole seconds. */
    record Span(long from, long to) {
        String brackets() {
            return "[" + from + "-" + to + "s]";
        }
    }

    /** How many shots can be seen in a film at most. */
    static int most(long seconds) {
        return (int) Math.max(1, seconds / SHORTEST);
    }

    /** How many shots a film carries well: one for some three seconds. */
    static int usual(long seconds) {
        return (int) Math.max(1, Math.min(most(seconds), Math.round(seconds / 3.0)));
    }

    /** So many shots without a gap from the first to the last second, nearly alike; fewer when they do not fit. */
    static List<Span> of(long seconds, int wanted) {
        int count = Math.max(1, Math.min(wanted, most(seconds)));
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spans.add(new Span(i * seconds / count, (i + 1) * seconds / count));
        }
        return spans;
    }
}
