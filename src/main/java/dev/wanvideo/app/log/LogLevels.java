package dev.wanvideo.app.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.event.EventConstants;
import org.slf4j.event.Level;

/** From which level on each logger speaks. */
final class LogLevels {
    /** Above every level. */
    static final int OFF = EventConstants.ERROR_INT + 1;

    private static final List<String> OURS = List.of("dev.wanvideo", "wan-video-mcp");
    private static final Set<String> FOR_DEVELOPERS = Set.of("trace", "debug");
    private static final List<String> QUIET = List.of(
            "reactor",
            "io.modelcontextprotocol",
            "com.github.kagkarlsson",
            "org.sqlite",
            "dev.langchain4j",
            "com.zaxxer",
            "org.jline");

    private final String word;

    /** @param word of ours; libraries speak only when something is wrong, or to developers */
    LogLevels(String word) {
        this.word = word;
    }

    int of(String logger) {
        if (OURS.stream().anyMatch(logger::startsWith)) {
            return word.equals("off")
                    ? OFF
                    : Level.valueOf(word.toUpperCase(Locale.ROOT)).toInt();
        }
        boolean quiet = QUIET.stream().anyMatch(logger::startsWith);
        return quiet ? (FOR_DEVELOPERS.contains(word) ? EventConstants.INFO_INT : OFF) : EventConstants.ERROR_INT;
    }
}
