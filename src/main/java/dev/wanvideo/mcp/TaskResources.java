package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be read: tasks, each a JSON text with the facts that {@code get_task} tells, the guide, and the sheets of the
 * providers.
 */
final class TaskResources {
    /** The newest; an older task can still be read under its URI. */
    private static final int MOST_LISTED = 50;

    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<Tasks> tasks;
    private final TaskView view;
    private final AuthoringResources authoring;

    TaskResources(Supplier<Tasks> tasks, TaskView view, AuthoringResources authoring) {
        this.tasks = tasks;
        this.view = view;
        this.authoring = authoring;
    }

    /** The result of {@code resources/list}. */
    Map<String, Object> list() {
        List<Map<String, Object>> listed = tasks.get().list(Optional.empty(), MOST_LISTED).stream()
                .map(TaskResources::resource)
                .toList();
        return changing(new Facts()
                .put(
                        "resources",
                        Stream.concat(listed.stream(), authoring.list().stream())
                                .toList()));
    }

    /** The result of {@code resources/templates/list}. */
    Map<String, Object> templates() {
        Map<String, Object> template = new Facts()
                .put("uriTemplate", TaskAddress.TEMPLATE)
                .put("name", "task")
                .put("title", "A film in the making")
                .put("description", "How a task stands: what get_task tells, without its picture.")
                .put("mimeType", JSON_TYPE)
                .map();
        return new Facts()
                .put("resourceTemplates", List.of(template, AuthoringResources.template()))
                .put("ttlMs", 3_600_000)
                .put("cacheScope", "public")
                .map();
    }

    /** The result of {@code resources/read}. */
    Map<String, Object> read(StatelessRequest request) throws ProtocolError {
        if (!(request.params().get("uri") instanceof String uri)) {
            throw new ProtocolError(INVALID_PARAMS, "params.uri must be a string");
        }
        Optional<Map<String, Object>> help = authoring.content(uri);
        if (help.isPresent()) {
            return changing(new Facts().put("contents", List.of(help.get())));
        }
        Task task = TaskAddress.id(uri)
                .flatMap(id -> tasks.get().find(id))
                .orElseThrow(() -> new ProtocolError(INVALID_PARAMS, "Resource not found", Map.of("uri", uri)));
        Map<String, Object> content = new Facts()
                .put("uri", uri)
                .put("mimeType", JSON_TYPE)
                .put("text", JSON.writeValueAsString(view.facts(task)))
                .map();
        return changing(new Facts().put("contents", List.of(content)));
    }

    private static Map<String, Object> resource(Task task) {
        return new Facts()
                .put("uri", TaskAddress.of(task.id()))
                .put("name", task.id())
                .put("title", Coercion.excerpt(task.request().prompt()))
                .put("mimeType", JSON_TYPE)
                .map();
    }

    /** What may be otherwise in a moment, and belongs to this user alone. */
    private static Map<String, Object> changing(Facts facts) {
        return facts.put("ttlMs", 0).put("cacheScope", "private").map();
    }
}
