package dev.wanvideo.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import java.util.Map;
import java.util.Optional;

/**
 * What a tool answers: the same small facts as text and as JSON, as some clients read only the one and some only the
 * other.
 *
 * @param picture a JPEG to look at, in Base64
 * @param film the finished film among the resources
 */
record Answer(String text, Map<String, Object> facts, Optional<String> picture, Optional<FilmLink> film, boolean error)
        implements Reply {

    private static final McpJsonMapper JSON = McpJsonDefaults.getMapper();
    private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};

    static Answer of(String text, Map<String, Object> facts) {
        return new Answer(text, facts, Optional.empty(), Optional.empty(), false);
    }

    static Answer failed(String text, Map<String, Object> facts) {
        return new Answer(text, facts, Optional.empty(), Optional.empty(), true);
    }

    Answer asError() {
        return new Answer(text, facts, picture, film, true);
    }

    Answer showing(Optional<String> jpeg) {
        return new Answer(text, facts, jpeg, film, error);
    }

    Answer leadingTo(Optional<FilmLink> resource) {
        return new Answer(text, facts, picture, resource, error);
    }

    /** The answer as the SDK sends it, without the link: clients of older revisions refuse what they do not know. */
    CallToolResult result() {
        return content().build();
    }

    /** The answer as clients of the stateless era take it, all of which know links. */
    CallToolResult resultWithLink() {
        CallToolResult.Builder result = content();
        film.map(link -> ResourceLink.builder()
                        .uri(link.uri())
                        .name("film")
                        .title(link.title())
                        .mimeType(FilmPart.FILM.mimeType())
                        .size(link.bytes())
                        .build())
                .ifPresent(result::addContent);
        return result.build();
    }

    /** The same as JSON values. */
    Map<String, Object> resultFacts() {
        return JSON.convertValue(resultWithLink(), OBJECT);
    }

    private CallToolResult.Builder content() {
        CallToolResult.Builder result = CallToolResult.builder()
                .addTextContent(text)
                .structuredContent(facts)
                .isError(error);
        picture.map(jpeg -> ImageContent.builder(jpeg, "image/jpeg").build()).ifPresent(result::addContent);
        return result;
    }
}
