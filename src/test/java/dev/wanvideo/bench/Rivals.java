package dev.wanvideo.bench;

import dev.wanvideo.e2e.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Published media servers from npm, installed under {@code target} when they are first wanted.
 *
 * @param folder holds {@code node_modules}
 */
record Rivals(Path folder) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private record Published(String name, String version, String start, Map<String, String> environment) {
        String title() {
            return name + " " + version;
        }
    }

    private static final List<Published> PUBLISHED = List.of(
            new Published("minimax-mcp-js", "0.0.18", "build/index.js", Map.of("MINIMAX_API_KEY", "none")),
            new Published("replicate-mcp", "0.9.0", "index.js", Map.of("REPLICATE_API_TOKEN", "none")));

    static Rivals under(Path target) throws IOException {
        Path folder = Files.createDirectories(target.resolve("bench-node"));
        for (Published one : PUBLISHED) {
            if (!Files.exists(folder.resolve("node_modules").resolve(one.name()))) {
                Ran.of(
                        List.of("npm", "install", "--no-audit", "--no-fund", one.name() + "@" + one.version()),
                        folder,
                        System.getenv(),
                        LIMIT);
            }
        }
        return new Rivals(folder);
    }

    List<Contestant> contestants(Path node) {
        return PUBLISHED.stream()
                .filter(one -> Files.exists(start(one)))
                .map(one -> new Contestant(
                        one.title(), List.of(node.toString(), start(one).toString()), folder, environment(one), ""))
                .toList();
    }

    /** Those that could not be installed. */
    Stream<String> missing() {
        return PUBLISHED.stream().filter(one -> !Files.exists(start(one))).map(Published::title);
    }

    private Path start(Published one) {
        return folder.resolve("node_modules").resolve(one.name()).resolve(one.start());
    }

    private static Map<String, String> environment(Published one) {
        Map<String, String> all = new java.util.HashMap<>(one.environment());
        all.put("PATH", "/usr/bin:/bin");
        return all;
    }
}
