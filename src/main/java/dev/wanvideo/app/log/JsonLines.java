package dev.wanvideo.app.log;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes one object a line: timestamp, level, logger, message, then what is known of task and request. */
final class JsonLines {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    /** What opens something by itself: a query may be a signature, the end of a webhook's path is its secret. */
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?\"']+)\\?[^\\s\"']*");

    private static final Pattern SECRET_PATH = Pattern.compile("(/webhooks/)[A-Za-z0-9_-]{20,}");

    private final PrintStream out;
    private final Clock clock;

    JsonLines(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

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
            StringWriter stack = new StringWriter();
            failure.printStackTrace(new PrintWriter(stack));
            line.put("error", harmless(stack.toString()));
        }
        out.print(JSON.writeValueAsString(line) + "\n");
        out.flush();
    }

    private static String harmless(String text) {
        return SECRET_PATH.matcher(QUERY.matcher(text).replaceAll("$1?***")).replaceAll("$1***");
    }
}
