package dev.wanvideo.app;

import dev.wanvideo.app.log.Logs;
import java.util.Set;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.Reporter;

/** Log lines go to standard error. */
final class Logging {
    static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

    /** By its name alone, since this runs before the first answer, which needs no logger. */
    static final String PROVIDER = "dev.wanvideo.app.log.Logs";

    private Logging() {}

    /** Names what writes them, since SLF4J would look through all jars for it; before the first logger is made. */
    static void install() {
        System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, PROVIDER);
        System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
    }

    /** Tells whoever runs this process something that is no log line for people, but is one where lines are for programs. */
    static void say(Settings settings, String line) {
        if (settings.logs().json()) {
            LoggerFactory.getLogger("wan-video-mcp").info("{}", line);
        } else {
            System.err.println(line);
        }
    }

    static void configure(Settings settings) {
        Logs.configure(settings.logs().level(), settings.logs().json());
    }
}
