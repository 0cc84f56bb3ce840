package dev.wanvideo.app;

import java.util.List;

/** How this very program is started again, as a client would start it. */
final class ServerProcess {
    private ServerProcess() {}

    static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    static List<String> arguments() {
        return List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Main.class.getName());
    }
}
