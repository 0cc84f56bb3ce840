package dev.wanvideo.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What a machine may lack: a test that needs it is skipped by name, and {@link SkippedTests} writes that down. */
final class Needs {
    private Needs() {}

    static Npm npm() {
        Installed.NPM.problem().ifPresent(problem -> Assumptions.abort("needs programs from npm, and " + problem));
        return Installed.NPM;
    }

    static Path chromium() {
        return SearchPath.find("chromium", "chromium-browser", "google-chrome")
                .orElseGet(() -> Assumptions.abort(
                        "needs Chromium, and none of chromium, chromium-browser, google-chrome is on PATH"));
    }

    /** The home of a JDK that can make an archive of a start. */
    static Path jdk25() {
        List<Path> homes = new ArrayList<>();
        Optional.ofNullable(System.getenv("JDK")).map(Path::of).ifPresent(homes::add);
        homes.add(Path.of(System.getProperty("java.home")));
        try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
            installed.sorted().forEach(homes::add);
        } catch (IOException e) {
            // Then there are none but the ones above.
        }
        return homes.stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/jlink")) && release(home) >= 25)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("needs a JDK 25 or newer with jlink, and this machine has none"));
    }

    private static int release(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.matches("JAVA_VERSION=\"\\d+.*"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Tried once: what cannot be installed is not waited for a second time. */
    private static final class Installed {
        static final Npm NPM = Npm.under(Product.target());
    }

    /** A small disk of the test's own can be mounted, unseen by other processes. */
    static void mounts() {
        Ran ran = Ran.of(
                PrivateMounts.command("mount -t tmpfs none /mnt", List.of("true")),
                Path.of("/"),
                Map.of("PATH", SearchPath.text()),
                Duration.ofSeconds(20));
        if (ran.exit() != 0) {
            Assumptions.abort("needs mounts of its own (unshare -m), and this machine allows none");
        }
    }

    /** A network of the test's own can be made. */
    static void network() {
        if (!PrivateNetwork.possible()) {
            Assumptions.abort("needs a network of its own (unshare -rnpf, ip, mkfifo), and this machine allows none");
        }
    }
}
