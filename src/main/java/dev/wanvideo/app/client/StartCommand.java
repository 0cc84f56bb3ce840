package dev.wanvideo.app.client;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client runs to start the server. */
public record StartCommand(String program, List<String> arguments) {
    /**
     * For Java, with a server of one client: a heap that begins small, and no optimising compiler,
     * which takes more than it gives for the few films of a day.
     */
    public static final List<String> LIGHT =
            List.of("-XX:+UseSerialGC", "-Xms16m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    public StartCommand {
        arguments = List.copyOf(arguments);
    }

    /**
     * What starts a jar: the launcher of the checkout in which it was built, else Java.
     *
     * @param java the program that runs jars
     */
    public static StartCommand of(Path jar, String java) {
        Path whole = jar.toAbsolutePath().normalize();
        Path launcher = whole.resolveSibling("..").resolve("wan-video-mcp").normalize();
        // Windows runs no shell script, and calls every file executable.
        return File.separatorChar == '/' && Files.isExecutable(launcher) && Files.isRegularFile(launcher)
                ? new StartCommand(launcher.toString(), List.of())
                : new StartCommand(
                        java,
                        Stream.concat(LIGHT.stream(), Stream.of("-jar", whole.toString()))
                                .toList());
    }

    /** For a POSIX shell. */
    String shellWords() {
        return Stream.concat(Stream.of(program), arguments.stream())
                .map(word -> word.matches("[\\w./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
