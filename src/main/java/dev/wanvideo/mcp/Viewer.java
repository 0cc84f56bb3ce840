package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.StatelessRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page that hosts of MCP Apps show beside an answer, as a resource
 * (https://github.com/modelcontextprotocol/ext-apps/blob/main/specification/2026-01-26/apps.mdx, read 2026-11-21). It is
 * one HTML text that loads nothing; {@code src/main/viewer} is its source.
 */
final class Viewer implements ResourceShelf {
    static final String URI = "ui://wan-video/viewer";

    private static final String TYPE = "text/html;profile=mcp-app";

    /** What a tool's definition says of the page that shows its answers. */
    static Map<String, Object> toolMeta() {
        return ui(new Facts().put("resourceUri", URI));
    }

    /** No domains: the page may reach nothing but its host. */
    private static Map<String, Object> resourceMeta() {
        Map<String, Object> nowhere = new Facts()
                .put("connectDomains", List.of())
                .put("resourceDomains", List.of())
                .map();
        return ui(new Facts().put("csp", nowhere).put("prefersBorder", true));
    }

    private static Map<String, Object> ui(Facts facts) {
        return new Facts().put("ui", facts.map()).map();
    }

    @Override
    public List<Map<String, Object>> list(Principal principal) {
        return List.of(new Facts()
                .put("uri", URI)
                .put("name", "viewer")
                .put("title", "Film viewer")
                .put("description", "A card that shows how a film stands, and plays it.")
                .put("mimeType", TYPE)
                .put("_meta", resourceMeta())
                .map());
    }

    @Override
    public List<Map<String, Object>> templates() {
        return List.of();
    }

    @Override
    public Optional<Map<String, Object>> content(StatelessRequest request, String uri) {
        return uri.equals(URI)
                ? Optional.of(new Facts()
                        .put("uri", URI)
                        .put("mimeType", TYPE)
                        .put("text", page())
                        .put("_meta", resourceMeta())
                        .map())
                : Optional.empty();
    }

    @Override
    public Optional<Completion> values(Principal principal, String template, String variable, String begun) {
        return Optional.empty();
    }

    private static String page() {
        try (InputStream in = Viewer.class.getResourceAsStream("viewer.html")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks viewer.html");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
