package dev.wanvideo.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The answers to a client's first questions as prepared text; this class loads nothing else, so that it is quick. */
public final class FirstAnswers {
    private FirstAnswers() {}

    /** The result of {@code initialize}, with {@code {protocolVersion}} where the agreed revision belongs. */
    public static String initialize() {
        return read("initialize.json");
    }

    /** The {@code tools} array that {@code tools/list} answers: one line of compact JSON. */
    public static String tools() {
        return read("tools.json");
    }

    /** The capabilities that {@code server/discover} tells: in that era clients listen for changes of resources. */
    public static String statelessCapabilities() {
        return "{\"tools\":{},\"prompts\":{},\"resources\":{\"subscribe\":true},\"completions\":{},"
                + "\"extensions\":{\"io.modelcontextprotocol/ui\":{}}}";
    }

    private static String read(String name) {
        try (InputStream in = FirstAnswers.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
