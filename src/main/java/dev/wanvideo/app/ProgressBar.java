package dev.wanvideo.app;

import java.io.PrintWriter;

/** Shows how far a film is: one line drawn again and again in a terminal, plain lines elsewhere. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private String last = "";
    private boolean drawn;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows a percentage and a few words; says nothing twice. */
    synchronized void show(int percent, String words) {
        // Plain lines would flood a log, so they step by ten.
        String line = terminal ? bar(percent) + " " + words : percent / 10 * 10 + "% " + words;
        if (line.equals(last)) {
            return;
        }
        last = line;
        drawn = true;
        if (terminal) {
            out.print("\r\033[2K" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the bar as it is and starts a new line. */
    synchronized void end() {
        if (terminal && drawn) {
            out.println();
            out.flush();
        }
        drawn = false;
    }

    private static String bar(int percent) {
        int full = Math.max(0, Math.min(WIDTH, percent * WIDTH / 100));
        return "█".repeat(full) + "░".repeat(WIDTH - full) + " " + percent + "%";
    }
}
