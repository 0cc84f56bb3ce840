package dev.wanvideo.app;

import java.io.PrintWriter;

/** Shows how far a film is: one line drawn again and again in a terminal, plain lines elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private String last = "";
    private boolean ended;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows a percentage and a few words; says nothing twice, and nothing once it has ended. */
    synchronized void show(int percent, String words) {
        // Plain lines would flood a log, so they step by ten.
        String line = terminal ? bar(percent) + " " + words : percent / 10 * 10 + "% " + words;
        if (ended || line.equals(last)) {
            return;
        }
        last = line;
        if (terminal) {
            out.print("\r\033[2K" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the bar as it is, for good, and starts a new line. */
    synchronized void end() {
        if (terminal && !ended && !last.isEmpty()) {
            out.println();
            out.flush();
        }
        ended = true;
    }

    private static String bar(int percent) {
        int full = Math.max(0, Math.min(WIDTH, percent * WIDTH / 100));
        return "█".repeat(full) + "░".repeat(WIDTH - full) + " " + percent + "%";
    }
}
