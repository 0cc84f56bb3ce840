package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INTERNAL_ERROR;
import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.METHOD_NOT_FOUND;

import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The server's face to clients of the stateless era: the tools, what can be read, prompts, and changes of tasks. All but
 * the tools and the changes it serves in both eras.
 */
final class StatelessFace implements StatelessHandler {
    private static final String COMPLETE = "completion/complete";
    private static final String LIST = "resources/list";
    private static final String TEMPLATES = "resources/templates/list";
    private static final String READ = "resources/read";
    private static final String PROMPTS = "prompts/list";
    private static final String PROMPT = "prompts/get";
    private static final Set<String> IN_BOTH_ERAS = Set.of(
            COMPLETE,
            LIST,
            TEMPLATES,
            READ,
            PROMPTS,
            PROMPT,
            TaskSubscriptions.SUBSCRIBE,
            TaskSubscriptions.UNSUBSCRIBE);

    private final StatelessTools tools;
    private final SessionTools plain;
    private final RunningTasks running;
    private final Resources resources;
    private final PromptResults prompts;
    private final Completions completions;
    private final TaskListening listening;
    private final TaskSubscriptions subscriptions;

    StatelessFace(
            StatelessTools tools,
            SessionTools plain,
            RunningTasks running,
            Resources resources,
            PromptResults prompts,
            Completions completions,
            TaskListening listening,
            TaskSubscriptions subscriptions) {
        this.tools = tools;
        this.plain = plain;
        this.running = running;
        this.resources = resources;
        this.prompts = prompts;
        this.completions = completions;
        this.listening = listening;
        this.subscriptions = subscriptions;
    }

    @Override
    public Map<String, Object> handle(StatelessRequest request) throws ProtocolError, InterruptedException {
        try {
            return switch (request.method()) {
                case "tools/call" -> tools.call(request);
                case LIST -> onePage(request, resources.list(request));
                case TEMPLATES -> onePage(request, resources.templates(request));
                case READ -> resources.read(request);
                case PROMPTS -> onePage(request, prompts.list(request));
                case PROMPT -> prompts.get(request);
                case COMPLETE -> completions.complete(request);
                case "subscriptions/listen" -> listening.listen(request);
                case TaskSubscriptions.SUBSCRIBE -> subscriptions.subscribe(request);
                case TaskSubscriptions.UNSUBSCRIBE -> subscriptions.unsubscribe(request);
                case RunningTasks.GET -> running.get(request);
                case RunningTasks.UPDATE -> running.update(request);
                case RunningTasks.CANCEL -> running.cancel(request);
                default -> throw new ProtocolError(METHOD_NOT_FOUND, "There is no method " + request.method());
            };
        } catch (StoreUnavailable e) {
            throw new ProtocolError(INTERNAL_ERROR, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Map<String, Object>> called(StatelessRequest request, Map<String, Object> client) {
        return plain.call(request, client);
    }

    @Override
    public OptionalLong version() {
        return plain.version();
    }

    @Override
    public boolean stands(StatelessRequest request, Map<String, Object> result) {
        return plain.stands(request, result);
    }

    @Override
    public boolean servesBothEras(String method) {
        return IN_BOTH_ERAS.contains(method);
    }

    private static Map<String, Object> onePage(StatelessRequest request, Map<String, Object> page)
            throws ProtocolError {
        if (request.params().get("cursor") != null) {
            throw new ProtocolError(INVALID_PARAMS, "Invalid cursor: this list has one page");
        }
        return page;
    }
}
