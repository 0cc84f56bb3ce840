package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INTERNAL_ERROR;
import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.METHOD_NOT_FOUND;

import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.util.Map;

/** The server's face to clients of the stateless era: the tools, prompts, the tasks as resources, and their
 * changes. */
final class StatelessFace implements StatelessHandler {
    private final StatelessTools tools;
    private final TaskResources resources;
    private final PromptResults prompts;
    private final TaskListening listening;

    StatelessFace(StatelessTools tools, TaskResources resources, PromptResults prompts, TaskListening listening) {
        this.tools = tools;
        this.resources = resources;
        this.prompts = prompts;
        this.listening = listening;
    }

    @Override
    public Map<String, Object> handle(StatelessRequest request) throws ProtocolError, InterruptedException {
        try {
            return switch (request.method()) {
                case "tools/call" -> tools.call(request);
                case "resources/list" -> onePage(request, resources.list());
                case "resources/templates/list" -> onePage(request, resources.templates());
                case "resources/read" -> resources.read(request);
                case "prompts/list" -> onePage(request, prompts.list());
                case "prompts/get" ->
                    prompts.get(request.params().get("name"), request.params().get("arguments"));
                case "subscriptions/listen" -> listening.listen(request);
                default -> throw new ProtocolError(METHOD_NOT_FOUND, "There is no method " + request.method());
            };
        } catch (StoreUnavailable e) {
            throw new ProtocolError(INTERNAL_ERROR, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> onePage(StatelessRequest request, Map<String, Object> page)
            throws ProtocolError {
        if (request.params().get("cursor") != null) {
            throw new ProtocolError(INVALID_PARAMS, "Invalid cursor: this list has one page");
        }
        return page;
    }
}
