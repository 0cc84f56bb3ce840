package dev.wanvideo.app.log;

import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines for people: time, level, message, and a stack trace where there is one. */
final class TextLines extends LogLines {
    private final PrintStream out;
    private final Clock clock;

    TextLines(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    void write(
            String level,
            String logger,
            @Nullable String message,
            @Nullable Map<String, String> context,
            @Nullable Throwable failure) {
        String line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " [" + level + "] "
                + harmless(String.valueOf(message)) + System.lineSeparator();
        out.print(failure == null ? line : line + stack(failure));
        out.flush();
    }
}
