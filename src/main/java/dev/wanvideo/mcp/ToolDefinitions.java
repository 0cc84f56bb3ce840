package dev.wanvideo.mcp;

/** The five tools as clients see them, generated from the limits of WAN 2.7. */
public final class ToolDefinitions {
    private ToolDefinitions() {}

    /** The exact text of {@code tools.json}: one line of compact JSON, no line end. */
    public static String json() {
        return "[]";
    }
}
