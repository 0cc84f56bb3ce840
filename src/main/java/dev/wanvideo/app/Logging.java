package dev.wanvideo.app;

import java.util.Locale;
import java.util.Set;

/** Log lines go to standard error; the level is set before the first logger is made. */
final class Logging {
    static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

    private Logging() {}

    static void configure(Settings settings) {
        System.setProperty(
                "org.slf4j.simpleLogger.log.dev.wanvideo", settings.logLevel().toLowerCase(Locale.ROOT));
    }
}
