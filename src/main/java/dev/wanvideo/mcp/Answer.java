package dev.wanvideo.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import java.util.Map;
import java.util.Optional;

/**
 * What a tool answers: the same small facts as text and as JSON, as some clients read only the one and some only the
 * other.
 *
 * @param picture a JPEG to look at, in Base64
 */
record Answer(String text, Map<String, Object> facts, Optional<String> picture, boolean error) implements Reply {

    static Answer of(String text, Map<String, Object> facts) {
        return new Answer(text, facts, Optional.empty(), false);
    }

    static Answer failed(String text, Map<String, Object> facts) {
        return new Answer(text, facts, Optional.empty(), true);
    }

    Answer showing(Optional<String> jpeg) {
        return new Answer(text, facts, jpeg, error);
    }

    /** The answer as the SDK sends it. */
    CallToolResult result() {
        CallToolResult.Builder result = CallToolResult.builder()
                .addTextContent(text)
                .structuredContent(facts)
                .isError(error);
        picture.map(jpeg -> ImageContent.builder(jpeg, "image/jpeg").build()).ifPresent(result::addContent);
        return result.build();
    }
}
