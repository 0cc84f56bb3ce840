package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.access.Principal;
import dev.wanvideo.mcp.authoring.AuthoringPrompt;
import dev.wanvideo.mcp.authoring.AuthoringPrompt.Argument;
import dev.wanvideo.mcp.authoring.PromptShelf;
import dev.wanvideo.mcp.authoring.UnusableArgument;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prompts as MCP results. */
final class PromptResults {
    private final PromptShelf shelf;

    PromptResults(PromptShelf shelf) {
        this.shelf = shelf;
    }

    /** In the order in which people should see them. */
    List<AuthoringPrompt> all() {
        return shelf.all();
    }

    /** The result of {@code prompts/list}. */
    Map<String, Object> list(StatelessRequest request) {
        return Resources.lasting(
                request,
                new Facts()
                        .put(
                                "prompts",
                                shelf.all().stream().map(PromptResults::prompt).toList()));
    }

    /** The result of {@code prompts/get}. */
    Map<String, Object> get(StatelessRequest request) throws ProtocolError {
        @Nullable Object arguments = request.params().get("arguments");
        AuthoringPrompt prompt = named(request.params().get("name"));
        if (arguments != null && !(arguments instanceof Map)) {
            throw new ProtocolError(INVALID_PARAMS, "params.arguments must be an object");
        }
        Map<?, ?> given = arguments instanceof Map<?, ?> map ? map : Map.of();
        return new Facts()
                .put("description", prompt.description())
                .put("messages", List.of(message(text(request.principal(), prompt, given))))
                .map();
    }

    /** The one of this name. */
    AuthoringPrompt named(@Nullable Object name) throws ProtocolError {
        if (!(name instanceof String word)) {
            throw new ProtocolError(INVALID_PARAMS, "The name of a prompt must be a string");
        }
        return shelf.named(word)
                .orElseThrow(() -> new ProtocolError(
                        INVALID_PARAMS,
                        "There is no prompt " + Coercion.excerpt(word) + "; there are "
                                + String.join(
                                        ", ",
                                        shelf.all().stream()
                                                .map(AuthoringPrompt::name)
                                                .toList())));
    }

    /** What an argument may be that begins so. */
    List<String> values(Principal principal, @Nullable Object prompt, String argument, String begun)
            throws ProtocolError {
        AuthoringPrompt named = named(prompt);
        if (named.arguments().stream().noneMatch(known -> known.name().equals(argument))) {
            throw new ProtocolError(INVALID_PARAMS, named.name() + " has no argument " + Coercion.excerpt(argument));
        }
        return shelf.values(principal, named, argument, begun);
    }

    private String text(Principal principal, AuthoringPrompt prompt, Map<?, ?> given) throws ProtocolError {
        try {
            return shelf.text(principal, prompt, given);
        } catch (UnusableArgument e) {
            throw new ProtocolError(INVALID_PARAMS, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> message(String text) {
        Map<String, Object> content =
                new Facts().put("type", "text").put("text", text).map();
        return new Facts().put("role", "user").put("content", content).map();
    }

    private static Map<String, Object> prompt(AuthoringPrompt prompt) {
        return new Facts()
                .put("name", prompt.name())
                .put("title", prompt.title())
                .put("description", prompt.description())
                .put(
                        "arguments",
                        prompt.arguments().stream().map(PromptResults::argument).toList())
                .map();
    }

    private static Map<String, Object> argument(Argument argument) {
        return new Facts()
                .put("name", argument.name())
                .put("description", argument.description())
                .put("required", argument.required())
                .map();
    }
}
