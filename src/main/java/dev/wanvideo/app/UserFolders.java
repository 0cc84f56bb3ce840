package dev.wanvideo.app;

import dev.wanvideo.media.MediaRoots;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this platform keeps a person's files. */
final class UserFolders {
    private final Environment environment;
    private final String os;
    private final Path home;
    private final boolean known;

    UserFolders(Environment environment, String osName, String userHome) {
        this.environment = environment;
        this.os = osName.toLowerCase(Locale.ROOT);
        // The JVM reads the password file; a client that sets HOME means another folder.
        Optional<Path> own = folder("HOME");
        own = own.isPresent() ? own : folder("USERPROFILE");
        own = own.isPresent() ? own : absolute(userHome);
        this.known = own.isPresent();
        // Where containers put users of no name, too.
        this.home = own.orElse(Path.of("/").toAbsolutePath());
    }

    /** Of the user who runs this process. */
    static UserFolders of(Environment environment) {
        return new UserFolders(environment, System.getProperty("os.name", ""), System.getProperty("user.home", "."));
    }

    /** A path that can be used from anywhere; Java says {@code ?} for a user that the system does not know. */
    private static Optional<Path> absolute(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> folder(String variable) {
        Optional<String> text = environment.get(variable);
        return text.isPresent() ? absolute(text.get()) : Optional.empty();
    }

    /** Whether this user has a home folder; otherwise {@link #home} is the root of the file system. */
    boolean known() {
        return known;
    }

    Path home() {
        return home;
    }

    /** The data folder of this program. */
    Path data() {
        if (os.contains("win")) {
            return folder("LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("wan-video-mcp");
        }
        if (os.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("wan-video-mcp");
        }
        return folder("XDG_DATA_HOME")
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("wan-video-mcp");
    }

    /** The person's folder for films, if there is one. */
    Optional<Path> videos() {
        return Stream.concat(
                        named().of("VIDEOS").stream(),
                        Stream.of("Videos", "Movies").map(home::resolve))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Where a person keeps pictures, films and sounds, in English and in the language of the desktop. */
    List<Path> media() {
        NamedFolders named = named();
        return Stream.concat(
                        MediaRoots.usual(home).stream(),
                        Stream.of("PICTURES", "VIDEOS", "MUSIC", "DOWNLOAD", "DESKTOP")
                                .flatMap(name -> named.of(name).stream()))
                .distinct()
                .toList();
    }

    private NamedFolders named() {
        Path config = folder("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
        return NamedFolders.read(config.resolve("user-dirs.dirs"), home);
    }
}
