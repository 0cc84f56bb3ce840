package dev.wanvideo.app.client;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where programs of a person keep their settings.
 *
 * @param os as {@code os.name} has it
 * @param variables an environment variable, empty when absent
 */
public record UserPlaces(String os, Path home, Function<String, Optional<String>> variables) {
    /** Settings of programs with a window: Application Support, AppData\Roaming, or ~/.config. */
    Path settings() {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        return name.contains("win")
                ? named("APPDATA").orElse(home.resolve("AppData").resolve("Roaming"))
                : named("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    }

    /** The folder that a variable names, when it names one that can be used. */
    Optional<Path> named(String variable) {
        try {
            return variables.apply(variable).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
