package dev.wanvideo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this platform keeps a person's files. */
final class UserFolders {
    private final Environment environment;
    private final String os;
    private final Path home;

    UserFolders(Environment environment, String osName, String userHome) {
        this.environment = environment;
        this.os = osName.toLowerCase(Locale.ROOT);
        // The JVM reads the password file; a client that sets HOME means another folder.
        this.home = Path.of(environment
                        .get("HOME")
                        .or(() -> environment.get("USERPROFILE"))
                        .orElse(userHome))
                .toAbsolutePath();
    }

    Path home() {
        return home;
    }

    /** The data folder of this program. */
    Path data() {
        if (os.contains("win")) {
            return environment
                    .get("LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("wan-video-mcp");
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("wan-video-mcp");
        }
        return environment
                .get("XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("wan-video-mcp");
    }

    /** The person's folder for films, if there is one. */
    Optional<Path> videos() {
        return Stream.of("Videos", "Movies")
                .map(home::resolve)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
