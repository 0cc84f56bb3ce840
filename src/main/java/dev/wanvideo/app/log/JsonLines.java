package dev.wanvideo.app.log;

import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes one object a line: timestamp, level, logger, message, then what is known of task and request. */
final class JsonLines extends LogLines {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PrintStream out;
    private final Clock clock;

    JsonLines(PrintStream out, Clock clock) {
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
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("timestamp", clock.instant().toString());
        line.put("level", level);
        line.put("logger", logger);
        line.put("message", harmless(String.valueOf(message)));
        if (context != null) {
            line.putAll(context);
        }
        if (failure != null) {
            line.put("error", stack(failure));
        }
        out.print(JSON.writeValueAsString(line) + "\n");
        out.flush();
    }
}
