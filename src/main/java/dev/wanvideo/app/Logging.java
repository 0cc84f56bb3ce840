package dev.wanvideo.app;

import dev.wanvideo.app.log.JsonLogs;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.Reporter;

/** Log lines go to standard error; the level is set before the first logger is made. */
final class Logging {
    static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

    private static final String PREFIX = "org.slf4j.simpleLogger.log.";
    private static final Set<String> FOR_DEVELOPERS = Set.of("trace", "debug");
    private static final List<String> QUIET =
            List.of("reactor", "io.modelcontextprotocol", "com.github.kagkarlsson", "org.sqlite", "dev.langchain4j");

    private Logging() {}

    /** Tells whoever runs this process something that is no log line for people, but is one where lines are for programs. */
    static void say(Settings settings, String line) {
        if (settings.logs().json()) {
            LoggerFactory.getLogger("wan-video-mcp").info("{}", line);
        } else {
            System.err.println(line);
        }
    }

    /** Libraries that report with stack traces speak only to those who ask for details. */
    static void configure(Settings settings) {
        String level = settings.logs().level();
        if (settings.logs().json()) {
            System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, JsonLogs.class.getName());
            System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
            System.setProperty(JsonLogs.LEVEL, level);
        }
        System.setProperty(PREFIX + "dev.wanvideo", level);
        if (FOR_DEVELOPERS.contains(level)) {
            QUIET.forEach(library -> System.setProperty(PREFIX + library, "info"));
        }
    }
}
