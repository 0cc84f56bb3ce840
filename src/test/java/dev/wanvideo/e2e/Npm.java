package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Programs from npm, installed once per build into a folder under {@code target}; the versions are those of
 * {@code src/test/resources/e2e/package.json}.
 *
 * @param folder holds {@code node_modules} and, beside it, the scripts of these tests
 * @param problem why there is nothing there
 */
public record Npm(Path folder, Optional<String> problem) {
    private static final List<String> SCRIPTS = List.of(
            "drive.mjs",
            "typescript-v1.mjs",
            "typescript-v2.mjs",
            "play.mjs",
            "bare-server.mjs",
            "bare-http-server.mjs",
            "viewer/host.mjs",
            "viewer/stage.mjs",
            "viewer/scenarios.mjs",
            "viewer/looks.mjs");
    private static final Duration LIMIT = Duration.ofMinutes(8);

    /** Installs what is missing; several callers, even from several processes, wait for one installation. */
    public static synchronized Npm under(Path target) {
        Path folder = target.resolve("e2e-node");
        try {
            Files.createDirectories(folder);
            try (FileChannel guard = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = guard.lock()) {
                return lock.isValid() ? installed(folder) : new Npm(folder, Optional.of("its folder cannot be locked"));
            }
        } catch (IOException e) {
            return new Npm(folder, Optional.of("its folder cannot be written: " + e.getMessage()));
        }
    }

    /** A Node that is new enough for every client here. */
    public Path node() {
        return folder.resolve("node_modules/node/bin/node");
    }

    private static Npm installed(Path folder) throws IOException {
        for (String script : SCRIPTS) {
            copy(script, folder.resolve(script));
        }
        Path wanted = folder.resolve("package.json");
        copy("package.json", wanted);
        Path stamp = folder.resolve("installed.json");
        if (Files.exists(stamp) && Files.mismatch(stamp, wanted) < 0) {
            return new Npm(folder, Optional.empty());
        }
        Optional<String> problem = install(folder);
        if (problem.isEmpty()) {
            Files.copy(wanted, stamp, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Npm(folder, problem);
    }

    private static Optional<String> install(Path folder) {
        Optional<Path> npm = SearchPath.find("npm");
        if (npm.isEmpty()) {
            return Optional.of("npm is not on PATH");
        }
        List<String> command = List.of(npm.get().toString(), "install", "--no-package-lock", "--no-audit", "--no-fund");
        Ran ran = Ran.of(command, folder, System.getenv(), LIMIT);
        return ran.exit() == 0 ? Optional.empty() : Optional.of("npm install failed: " + ran);
    }

    private static void copy(String name, Path to) throws IOException {
        try (InputStream in = Npm.class.getResourceAsStream("/e2e/" + name)) {
            if (in == null) {
                throw new IOException("no test resource e2e/" + name);
            }
            Files.createDirectories(to.toAbsolutePath().getParent());
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
