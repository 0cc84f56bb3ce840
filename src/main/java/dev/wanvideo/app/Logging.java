package dev.wanvideo.app;

import java.util.List;
import java.util.Set;

/** Log lines go to standard error; the level is set before the first logger is made. */
final class Logging {
    static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

    private static final String PREFIX = "org.slf4j.simpleLogger.log.";
    private static final Set<String> FOR_DEVELOPERS = Set.of("trace", "debug");
    private static final List<String> QUIET =
            List.of("reactor", "io.modelcontextprotocol", "com.github.kagkarlsson", "org.sqlite", "dev.langchain4j");

    private Logging() {}

    /** Libraries that report with stack traces speak only to those who ask for details. */
    static void configure(Settings settings) {
        String level = settings.logLevel();
        System.setProperty(PREFIX + "dev.wanvideo", level);
        if (FOR_DEVELOPERS.contains(level)) {
            QUIET.forEach(library -> System.setProperty(PREFIX + library, "info"));
        }
    }
}
