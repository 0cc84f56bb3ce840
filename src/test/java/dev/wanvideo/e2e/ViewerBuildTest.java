package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Holds the page that the jar serves to its source under {@code src/main/viewer}; CONTRIBUTING.md says how to write it anew. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class ViewerBuildTest {
    private static final boolean REWRITE = Boolean.getBoolean("wanvideo.rewrite");
    private static final List<String> SOURCE =
            List.of(".npmrc", "package.json", "package-lock.json", "tsconfig.json", "build.mjs", "src", "slim");
    private static final Duration LIMIT = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    @Test
    void thePageIsWhatItsSourceMakes() throws IOException {
        Npm programs = Needs.npm();
        Path main = Product.target().resolveSibling("src").resolve("main");
        Path golden = main.resolve("resources/dev/wanvideo/mcp/viewer.html");
        for (String name : SOURCE) {
            copy(main.resolve("viewer").resolve(name), folder.resolve(name));
        }
        String npm = SearchPath.find("npm").orElseThrow().toString();
        String node = programs.node().toAbsolutePath().toString();
        run(npm, "ci", "--no-audit", "--no-fund");
        run(node, "node_modules/typescript/bin/tsc");
        run(node, "build.mjs", folder.resolve("viewer.html").toString());
        if (REWRITE) {
            Files.copy(folder.resolve("viewer.html"), golden, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(folder.resolve("viewer.html")).hasSameBinaryContentAs(golden);
    }

    private void run(String... command) {
        Ran ran = Ran.of(List.of(command), folder, System.getenv(), LIMIT);
        assertThat(ran.exit()).as(ran.toString()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
