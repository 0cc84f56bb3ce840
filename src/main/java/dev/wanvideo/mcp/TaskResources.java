package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.access.Principal;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tasks as resources: each is a JSON text with the facts that {@code get_task} tells and what was asked for; film, contact sheet and poster of
 * a finished one are resources beside it.
 */
final class TaskResources implements ResourceShelf {
    /** The newest; an older task can still be read under its URI. */
    private static final int MOST_LISTED = 25;

    /** Among so many of the newest tasks it is looked for one whose id was begun. */
    private static final int MOST_LOOKED_AT = 1000;

    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Tenancy tasks;
    private final TaskView view;

    TaskResources(Tenancy tasks, TaskView view) {
        this.tasks = tasks;
        this.view = view;
    }

    @Override
    public List<Map<String, Object>> list(Principal principal) {
        List<Map<String, Object>> listed = new ArrayList<>();
        for (Task task : tasks.of(principal).list(Optional.empty(), MOST_LISTED)) {
            listed.add(resource(task));
            for (FilmPart part : FilmPart.values()) {
                resource(task, part).ifPresent(listed::add);
            }
        }
        return listed;
    }

    @Override
    public List<Map<String, Object>> templates() {
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
        return templates;
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

    @Override
    public Optional<Map<String, Object>> content(StatelessRequest request, String uri) throws ProtocolError {
        Optional<TaskAddress> address = TaskAddress.read(uri);
        Optional<Task> task =
                address.flatMap(known -> tasks.of(request.principal()).find(known.id()));
        if (task.isEmpty()) {
            return Optional.empty();
        }
        Optional<FilmPart> part = address.flatMap(TaskAddress::part);
        return Optional.of(
                part.isPresent()
                        ? FilmContent.of(request, uri, task.get(), part.get())
                        : content(request, uri, task.get()));
    }

    @Override
    public Optional<Completion> values(Principal principal, String template, String variable, String begun)
            throws ProtocolError {
        Optional<FilmPart> part = Arrays.stream(FilmPart.values())
                .filter(known -> known.template().equals(template))
                .findFirst();
        if (part.isEmpty() && !template.equals(TaskAddress.TEMPLATE)) {
            return Optional.empty();
        }
        if (!variable.equals(TaskAddress.VARIABLE)) {
            throw new ProtocolError(INVALID_PARAMS, "params.argument.name must be " + TaskAddress.VARIABLE);
        }
        return Optional.of(ids(tasks.of(principal), part, begun.strip().toLowerCase(Locale.ROOT)));
    }

    /** Ids that begin so, newest first. */
    private static Completion ids(Tasks tasks, Optional<FilmPart> part, String begun) {
        List<Task> known = tasks.list(Optional.empty(), MOST_LOOKED_AT);
        List<String> ids = known.stream()
                .filter(task -> part.isEmpty()
                        || task.outcome().film().flatMap(part.get()::file).isPresent())
                .map(Task::id)
                .filter(id -> id.startsWith(begun))
                .toList();
        return new Completion(ids, known.size() < MOST_LOOKED_AT);
    }

    private Map<String, Object> content(StatelessRequest request, String uri, Task task) {
        return new Facts()
                .put("uri", uri)
                .put("mimeType", JSON_TYPE)
                .put("text", JSON.writeValueAsString(facts(task, Client.unknown(request.principal()))))
                .map();
    }

    private Map<String, Object> facts(Task task, Client client) {
        Map<String, Object> facts = view.facts(task, client);
        facts.put("request", RequestView.facts(task.request()));
        return facts;
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
}
