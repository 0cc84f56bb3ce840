package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be read, as results of both eras. */
final class Resources {
    private final List<ResourceShelf> shelves;

    Resources(List<ResourceShelf> shelves) {
        this.shelves = List.copyOf(shelves);
    }

    /** The result of {@code resources/list}. */
    Map<String, Object> list(StatelessRequest request) {
        return changing(
                request,
                new Facts()
                        .put(
                                "resources",
                                shelves.stream()
                                        .flatMap(shelf -> shelf.list(request.principal()).stream())
                                        .toList()));
    }

    /** The result of {@code resources/templates/list}. */
    Map<String, Object> templates(StatelessRequest request) {
        Facts facts = new Facts()
                .put(
                        "resourceTemplates",
                        shelves.stream()
                                .flatMap(shelf -> shelf.templates().stream())
                                .toList());
        return lasting(request, facts);
    }

    /** The result of {@code resources/read}. */
    Map<String, Object> read(StatelessRequest request) throws ProtocolError {
        if (!(request.params().get("uri") instanceof String uri)) {
            throw new ProtocolError(INVALID_PARAMS, "params.uri must be a string");
        }
        for (ResourceShelf shelf : shelves) {
            Optional<Map<String, Object>> content = shelf.content(request, uri);
            if (content.isPresent()) {
                return changing(request, new Facts().put("contents", List.of(content.get())));
            }
        }
        throw FilmContent.missing(request, uri, "Resource not found");
    }

    /** What stays as it is while the server runs, and is the same for everybody. */
    static Map<String, Object> lasting(StatelessRequest request, Facts facts) {
        return (request.modern() ? facts.put("ttlMs", 3_600_000).put("cacheScope", "public") : facts).map();
    }

    /** What may be otherwise in a moment, and belongs to this user alone. */
    private static Map<String, Object> changing(StatelessRequest request, Facts facts) {
        return (request.modern() ? facts.put("ttlMs", 0).put("cacheScope", "private") : facts).map();
    }
}
