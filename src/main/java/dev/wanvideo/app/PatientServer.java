package dev.wanvideo.app;

import org.jline.utils.Signals;

/** The server of a chat: a terminal sends Ctrl-C to all its processes, and there it means the turn alone. */
final class PatientServer {
    private PatientServer() {}

    public static void main(String[] args) {
        Signals.register("INT", () -> {});
        Main.main(args);
    }
}
