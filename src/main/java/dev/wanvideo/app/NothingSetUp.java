package dev.wanvideo.app;

import java.util.Locale;
import java.util.Map;

/**
 * Whether a person has set up anything that the tools would tell of. It is told before the first call is answered, so
 * that nothing in here loads more than a few classes.
 */
final class NothingSetUp {
    private NothingSetUp() {}

    /**
     * Whether neither what this process was given nor a configuration file can change what is known of providers.
     *
     * @param providers the providers as JSON, by which their settings are known: a name of one begins with its id
     */
    static boolean in(Map<String, String> variables, String providers) {
        Environment given = new Environment(Map.of(), variables, Map.of());
        for (String name : given.names()) {
            if (changes(name, providers)) {
                return false;
            }
        }
        return !UserFolders.of(given).data().resolve(ConfigFile.NAME).toFile().exists();
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
