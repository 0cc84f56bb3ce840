package dev.wanvideo.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that this machine has on its PATH. */
final class SearchPath {
    private SearchPath() {}

    static String text() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }

    /** The first of these programs that is there. */
    static Optional<Path> find(String... names) {
        return Arrays.stream(names).flatMap(SearchPath::places).findFirst();
    }

    private static Stream<Path> places(String name) {
        return Arrays.stream(text().split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }
}
