package dev.wanvideo.app;

import dev.wanvideo.app.client.StartCommand;
import java.util.List;
import java.util.stream.Stream;

/** How this very program is started again, as a client would start it. */
final class ServerProcess {
    private ServerProcess() {}

    static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    static List<String> arguments() {
        return arguments(Main.class);
    }

    /** The whole command, with another entry than the usual one. */
    static List<String> command(Class<?> entry) {
        return Stream.concat(Stream.of(java()), arguments(entry).stream()).toList();
    }

    private static List<String> arguments(Class<?> entry) {
        return Stream.concat(
                        StartCommand.LIGHT.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), entry.getName()))
                .toList();
    }
}
