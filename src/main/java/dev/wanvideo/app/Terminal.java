package dev.wanvideo.app;

import java.io.Console;

/** Whether a person is watching. */
final class Terminal {
    private Terminal() {}

    static boolean present() {
        Console console = System.console();
        String term = System.getenv("TERM");
        return console != null && isTerminal(console) && term != null && !term.equals("dumb");
    }

    /** Since Java 22 there is a console even without a terminal, and a method that tells them apart. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
