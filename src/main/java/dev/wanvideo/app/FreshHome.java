package dev.wanvideo.app;

import dev.wanvideo.task.UnfinishedWork;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A home in which nothing is set up and no task was ever made. It is told before the first call is answered, so that
 * nothing in here loads more than a few classes.
 */
final class FreshHome {
    private FreshHome() {}

    /**
     * Whether nothing that this process was given, and nothing on disk, can change what is known of providers.
     *
     * @param providers the providers as JSON, by which their settings are known: a name of one begins with its id
     */
    static boolean is(Map<String, String> variables, String providers) {
        Environment given = new Environment(Map.of(), variables, Map.of());
        for (String name : given.names()) {
            if (changes(name, providers)) {
                return false;
            }
        }
        Path data = UserFolders.of(given).data();
        Optional<String> home = given.get(SettingNames.HOME);
        return !data.resolve(ConfigFile.NAME).toFile().exists()
                && (home.isPresent() ? unused(new File(home.get())) : unused(data.toFile()));
    }

    /** One that is not spelled out, such as {@code ~/films}, is left to whoever reads all settings. */
    private static boolean unused(File home) {
        return home.isAbsolute() && !UnfinishedWork.mayBeIn(home);
    }

    private static boolean changes(String name, String providers) {
        switch (name) {
            case SettingNames.HOME,
                    SettingNames.OUTPUT_DIR,
                    SettingNames.MEDIA_ROOTS,
                    SettingNames.LOG_LEVEL,
                    SettingNames.LOG_FORMAT -> {
                return false;
            }
            default -> {
                int end = name.indexOf('_');
                String first = end < 0 ? name : name.substring(0, end);
                return name.startsWith("WAN_VIDEO_")
                        || providers.contains("\"id\":\"" + first.toLowerCase(Locale.ROOT) + "\"");
            }
        }
    }
}
