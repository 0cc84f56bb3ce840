package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Completes the arguments of prompts and the variables in the URIs of resources. */
final class Completions {
    private final PromptResults prompts;
    private final List<ResourceShelf> shelves;

    Completions(PromptResults prompts, List<ResourceShelf> shelves) {
        this.prompts = prompts;
        this.shelves = List.copyOf(shelves);
    }

    /** The result of {@code completion/complete}. */
    Map<String, Object> complete(StatelessRequest request) throws ProtocolError {
        Map<?, ?> argument = object(request, "argument");
        Map<?, ?> ref = object(request, "ref");
        String name = string(argument, "name");
        String begun = string(argument, "value");
        @Nullable Object type = ref.get("type");
        if ("ref/prompt".equals(type)) {
            return new Completion(prompts.values(request.principal(), ref.get("name"), name, begun), true).result();
        }
        if ("ref/resource".equals(type) && ref.get("uri") instanceof String uri) {
            return ofResource(request, uri, name, begun).result();
        }
        throw new ProtocolError(
                INVALID_PARAMS, "params.ref must be a ref/prompt with its name or a ref/resource with its uri");
    }

    private Completion ofResource(StatelessRequest request, String template, String variable, String begun)
            throws ProtocolError {
        for (ResourceShelf shelf : shelves) {
            Optional<Completion> found = shelf.values(request.principal(), template, variable, begun);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ProtocolError(
                INVALID_PARAMS, "params.ref.uri is none of resources/templates/list", Map.of("uri", template));
    }

    private static String string(Map<?, ?> argument, String name) throws ProtocolError {
        if (argument.get(name) instanceof String string) {
            return string;
        }
        throw new ProtocolError(INVALID_PARAMS, "params.argument." + name + " must be a string");
    }

    private static Map<?, ?> object(StatelessRequest request, String name) throws ProtocolError {
        if (request.params().get(name) instanceof Map<?, ?> object) {
            return object;
        }
        throw new ProtocolError(INVALID_PARAMS, "params." + name + " must be an object");
    }
}
