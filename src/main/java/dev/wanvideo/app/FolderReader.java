package dev.wanvideo.app;

import dev.wanvideo.media.LocalText;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where files are and go, collecting every problem instead of stopping at the first. */
final class FolderReader {
    /** The colon of a file address separates nothing. */
    private static final Pattern BETWEEN_FOLDERS =
            Pattern.compile("(?i)(?<!^file)(?<!" + File.pathSeparator + "file)" + File.pathSeparator);

    private final Environment environment;
    private final UserFolders user;
    private final List<String> problems = new ArrayList<>();

    FolderReader(Environment environment, UserFolders user) {
        this.environment = environment;
        this.user = user;
    }

    List<String> problems() {
        return problems;
    }

    /** The configuration file of this user, or the one that is named instead. */
    ConfigFile configFile() {
        Optional<Path> named = folder(SettingNames.CONFIG);
        return ConfigFile.read(named.orElse(user.data().resolve(ConfigFile.NAME)), named.isPresent());
    }

    /** The data folder. */
    Path home() {
        return folder(SettingNames.HOME).orElseGet(user::data);
    }

    /** Every folder that the program reads or writes. */
    Folders folders() {
        Optional<Path> chosen = folder(SettingNames.HOME);
        if (chosen.isEmpty() && !user.known()) {
            problems.add("This user has no home folder that this process can use: set HOME, or " + SettingNames.HOME
                    + " and " + SettingNames.OUTPUT_DIR + ", in English letters or with a UTF-8 locale, for instance"
                    + " LC_ALL=C.UTF-8.");
        }
        Path home = chosen.orElseGet(user::data);
        Path output = folder(SettingNames.OUTPUT_DIR)
                .orElseGet(() -> user.videos().orElse(home).resolve("wan-video"));
        List<Path> roots = new ArrayList<>();
        boolean shared = environment.get(SettingNames.MEDIA_ROOTS).isPresent();
        environment
                .get(SettingNames.MEDIA_ROOTS)
                .ifPresentOrElse(
                        list -> BETWEEN_FOLDERS
                                .splitAsStream(list)
                                .filter(one -> !one.isBlank())
                                .forEach(one ->
                                        path(SettingNames.MEDIA_ROOTS, one).ifPresent(roots::add)),
                        () -> roots.addAll(user.media()));
        List<Path> forOthers = shared ? List.copyOf(roots) : List.of();
        roots.add(output);
        return new Folders(user.home(), home, output, roots, forOthers);
    }

    /** A folder by its setting; empty when it is not set, or names none. */
    Optional<Path> folder(String name) {
        return environment.get(name).flatMap(text -> path(name, text));
    }

    private Optional<Path> path(String name, String text) {
        try {
            Optional<Path> path = LocalText.read(text.strip(), user.home()).filter(Path::isAbsolute);
            if (path.isPresent()) {
                return Optional.of(path.get().normalize());
            }
        } catch (InvalidPathException e) {
            problems.add(name + " is not a path that this process can use; it is left out. Letters beyond English"
                    + " need a UTF-8 locale, for instance LC_ALL=C.UTF-8.");
            return Optional.empty();
        }
        problems.add(name + " must be an absolute path; \"" + text + "\" is left out.");
        return Optional.empty();
    }
}
