package dev.wanvideo.app.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what was said, without what opens something by itself. */
abstract class LogLines {
    /** A query may be a signature, the end of a webhook's path is its secret. */
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?\"']+)\\?[^\\s\"']*");

    private static final Pattern SECRET_PATH = Pattern.compile("(/webhooks/)[A-Za-z0-9_-]{20,}");

    abstract void write(
            String level,
            String logger,
            @Nullable String message,
            @Nullable Map<String, String> context,
            @Nullable Throwable failure);

    static String harmless(String text) {
        return SECRET_PATH.matcher(QUERY.matcher(text).replaceAll("$1?***")).replaceAll("$1***");
    }

    static String stack(Throwable failure) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return harmless(stack.toString());
    }
}
