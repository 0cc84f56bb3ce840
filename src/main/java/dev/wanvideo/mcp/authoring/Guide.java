package dev.wanvideo.mcp.authoring;

import dev.wanvideo.video.Wan27;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How to direct WAN 2.7, as Markdown; its figures come from {@link Wan27}. */
public final class Guide {
    private Guide() {}

    /** The whole text. */
    public static String text() {
        return template()
                .replace("{prompt}", Wan27.PROMPT.limit())
                .replace("{negative}", String.valueOf(Wan27.NEGATIVE_PROMPT.max()))
                .replace("{references}", Wan27.REFERENCES.limit())
                .replace("{duration}", Wan27.DURATION.limit())
                .replace("{duration_with_video}", Wan27.DURATION_WITH_VIDEO.limit());
    }

    private static String template() {
        try (InputStream in = Guide.class.getResourceAsStream("guide.md")) {
            if (in == null) {
                throw new IllegalStateException("guide.md is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
