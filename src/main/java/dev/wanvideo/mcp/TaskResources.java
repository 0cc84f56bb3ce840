package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tasks as resources: each is a JSON text with the facts that {@code get_task} tells; film, contact sheet and poster of
 * a finished one are resources beside it.
 */
final class TaskResources {
    /** The newest; an older task can still be read under its URI. */
    private static final int MOST_LISTED = 25;

    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<Tasks> tasks;
    private final TaskView view;

    TaskResources(Supplier<Tasks> tasks, TaskView view) {
        this.tasks = tasks;
        this.view = view;
    }

    /** The result of {@code resources/list}. */
    Map<String, Object> list(StatelessRequest request) {
        List<Map<String, Object>> listed = new ArrayList<>();
        for (Task task : tasks.get().list(Optional.empty(), MOST_LISTED)) {
            listed.add(resource(task));
            for (FilmPart part : FilmPart.values()) {
                resource(task, part).ifPresent(listed::add);
            }
        }
        return changing(request, new Facts().put("resources", listed));
    }

    /** The result of {@code resources/templates/list}. */
    Map<String, Object> templates(StatelessRequest request) {
        List<Map<String, Object>> templates = new ArrayList<>();
        templates.add(template(
                TaskAddress.TEMPLATE,
                "task",
                "A film in the making",
                "How a task stands: what get_task tells, without its picture.",
                JSON_TYPE));
        for (FilmPart part : FilmPart.values()) {
            templates.add(template(
                    part.template(),
                    part.word(),
                    part.title(),
                    "Of a task that succeeded; at most " + part.mostBytes() + " bytes.",
                    part.mimeType()));
        }
        Facts facts = new Facts().put("resourceTemplates", templates);
        return (request.modern() ? facts.put("ttlMs", 3_600_000).put("cacheScope", "public") : facts).map();
    }

    private static Map<String, Object> template(
            String uri, String name, String title, String description, String mimeType) {
        return new Facts()
                .put("uriTemplate", uri)
                .put("name", name)
                .put("title", title)
                .put("description", description)
                .put("mimeType", mimeType)
                .map();
    }

    /** The result of {@code resources/read}. */
    Map<String, Object> read(StatelessRequest request) throws ProtocolError {
        if (!(request.params().get("uri") instanceof String uri)) {
            throw new ProtocolError(INVALID_PARAMS, "params.uri must be a string");
        }
        Optional<TaskAddress> address = TaskAddress.read(uri);
        Task task = address.flatMap(known -> tasks.get().find(known.id()))
                .orElseThrow(() -> FilmContent.missing(request, uri, "Resource not found"));
        Optional<FilmPart> part = address.flatMap(TaskAddress::part);
        Map<String, Object> content =
                part.isPresent() ? FilmContent.of(request, uri, task, part.get()) : content(uri, task);
        return changing(request, new Facts().put("contents", List.of(content)));
    }

    private Map<String, Object> content(String uri, Task task) {
        return new Facts()
                .put("uri", uri)
                .put("mimeType", JSON_TYPE)
                .put("text", JSON.writeValueAsString(view.facts(task)))
                .map();
    }

    private static Map<String, Object> resource(Task task) {
        return new Facts()
                .put("uri", TaskAddress.of(task.id()))
                .put("name", task.id())
                .put("title", Coercion.excerpt(task.request().prompt()))
                .put("mimeType", JSON_TYPE)
                .map();
    }

    /** Empty when there is no such file any more. */
    static Optional<Map<String, Object>> resource(Task task, FilmPart part) {
        Optional<Path> file = task.outcome().film().flatMap(part::file);
        return file.flatMap(FilmContent::bytes)
                .map(bytes -> new Facts()
                        .put("uri", TaskAddress.of(task.id(), part))
                        .put("name", task.id() + "/" + part.word())
                        .put(
                                "title",
                                part.title() + ": "
                                        + Coercion.excerpt(task.request().prompt()))
                        .put("mimeType", part.mimeType())
                        .put("size", bytes)
                        .map());
    }

    /** What may be otherwise in a moment, and belongs to this user alone. */
    private static Map<String, Object> changing(StatelessRequest request, Facts facts) {
        return (request.modern() ? facts.put("ttlMs", 0).put("cacheScope", "private") : facts).map();
    }
}
