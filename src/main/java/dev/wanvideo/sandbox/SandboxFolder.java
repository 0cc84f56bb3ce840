package dev.wanvideo.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one sandbox keeps its films. It is named for the port, which nobody else holds meanwhile. */
record SandboxFolder(Path path) {
    private static final Logger log = LoggerFactory.getLogger(SandboxFolder.class);

    /** An empty one; what a sandbox that was killed left on this port is deleted. */
    static SandboxFolder of(Path parent, int port) throws IOException {
        SandboxFolder folder = new SandboxFolder(parent.resolve("sandbox-" + port));
        folder.delete();
        Files.createDirectories(folder.path());
        return folder;
    }

    void delete() {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            log.warn("The folder {} could not be deleted", path);
        }
    }
}
