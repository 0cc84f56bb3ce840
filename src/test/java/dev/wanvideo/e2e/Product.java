package dev.wanvideo.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where the thing under test lies: the packaged jar, the folder it was built in, and the Java that runs it. */
final class Product {
    private Product() {}

    static Path jar() {
        return Path.of(property("wanvideo.jar"));
    }

    static Path examples() {
        return Path.of(property("wanvideo.basedir"), "examples");
    }

    static Path target() {
        return Path.of(property("wanvideo.basedir"), "target");
    }

    static String java() {
        return Path.of(property("java.home"), "bin", "java").toString();
    }

    /**
     * What starts the stdio server. A server that lives for seconds spends half of its processor time in the optimising
     * compiler and most of the rest in loading classes; the suite does without the one, and from an archive the other.
     */
    static List<String> command() {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1"));
        command.addAll(StartArchive.OPTIONS);
        command.addAll(List.of("-jar", jar().toString()));
        return List.copyOf(command);
    }

    /** The same for programs that start a server or a compiler by themselves. */
    static Map<String, String> hasty() {
        return Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name + " is not set: run me through the build");
    }
}
