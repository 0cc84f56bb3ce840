package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The classes of the packaged jar as the JVM maps them, made once for a jar by a server that makes a film. With it each of
 * the suite's many servers takes half the processor time until its first answers; a JVM to which it does not fit starts
 * without it.
 */
final class StartArchive {
    private static final Path FILE = Product.target().resolve("end-to-end.jsa");

    /** What a JVM has to be told; nothing where there could be no archive. */
    static final List<String> OPTIONS = made();

    private StartArchive() {}

    private static List<String> made() {
        try {
            if (Files.notExists(FILE) || isOlderThanJar()) {
                make();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Files.exists(FILE) ? List.of("-XX:SharedArchiveFile=" + FILE) : List.of();
    }

    private static boolean isOlderThanJar() throws IOException {
        return Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(Product.jar())) < 0;
    }

    private static void make() throws IOException {
        Files.deleteIfExists(FILE);
        List<String> command = List.of(
                Product.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ArchiveClassesAtExit=" + FILE,
                "-Xlog:disable",
                "-jar",
                Product.jar().toString());
        Path folder = Files.createTempDirectory("archive");
        try (RawPipe server = RawPipe.open(Premises.in(folder), command)) {
            server.call("list_providers", Map.of());
            server.waitFor(
                    server.call("create_reference_video", TwoCharacters.film(2)).taskId());
        }
    }
}
