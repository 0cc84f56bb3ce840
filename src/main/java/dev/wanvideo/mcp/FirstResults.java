package dev.wanvideo.mcp;

import org.jspecify.annotations.Nullable;

/**
 * The results of calls whose answer is a constant of a build as long as nothing is set up and the store is not open, so
 * that how long films take is what is known of their providers, and not yet what was measured here.
 */
public final class FirstResults {
    private FirstResults() {}

    /** The result of this tool called without arguments, as JSON of one line; null when it takes the tool to know it. */
    public static @Nullable String of(String tool) {
        return tool.equals("list_providers") ? PreparedText.PROVIDERS : null;
    }
}
