package dev.wanvideo.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import java.util.ArrayList;
import java.util.List;
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

    /** The same as JSON values, spelled out: turning the SDK's records into them would load most of Jackson. */
    Map<String, Object> plainFacts() {
        return facts(List.of());
    }

    /** The answer as clients of the stateless era take it, all of which know links; as JSON values. */
    Map<String, Object> resultFacts() {
        return facts(film.map(Answer::link).stream().toList());
    }

    private Map<String, Object> facts(List<Map<String, Object>> links) {
        List<Map<String, Object>> content = new ArrayList<>();
        content.add(new Facts().put("type", "text").put("text", text).map());
        picture.map(jpeg -> new Facts()
                        .put("type", "image")
                        .put("data", jpeg)
                        .put("mimeType", "image/jpeg")
                        .map())
                .ifPresent(content::add);
        content.addAll(links);
        return new Facts()
                .put("content", content)
                .put("isError", error)
                .put("structuredContent", facts)
                .map();
    }

    private static Map<String, Object> link(FilmLink link) {
        return new Facts()
                .put("type", "resource_link")
                .put("name", "film")
                .put("title", link.title())
                .put("uri", link.uri())
                .put("mimeType", FilmPart.FILM.mimeType())
                .put("size", link.bytes())
                .map();
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
