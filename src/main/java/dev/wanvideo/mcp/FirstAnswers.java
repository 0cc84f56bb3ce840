package dev.wanvideo.mcp;

/** The answers to a client's first questions as prepared text; this class loads nothing else, so that it is quick. */
public final class FirstAnswers {
    private FirstAnswers() {}

    /** The result of {@code initialize}, with {@code {protocolVersion}} where the agreed revision belongs. */
    public static String initialize() {
        return PreparedText.INITIALIZE;
    }

    /** The {@code tools} array that {@code tools/list} answers: one line of compact JSON. */
    public static String tools() {
        return PreparedText.TOOLS;
    }

    /** The capabilities that {@code server/discover} tells: in that era clients listen for changes of resources. */
    public static String statelessCapabilities() {
        return "{\"tools\":{},\"prompts\":{},\"resources\":{\"subscribe\":true},\"completions\":{},"
                + "\"extensions\":{\"io.modelcontextprotocol/tasks\":{},\"io.modelcontextprotocol/ui\":{}}}";
    }
}
