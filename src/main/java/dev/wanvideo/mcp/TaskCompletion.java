package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Completes the task's id in the URIs of tasks and films. */
final class TaskCompletion {
    /** The protocol takes no more. */
    private static final int MOST_VALUES = 100;

    /** Among so many of the newest tasks it is looked. */
    private static final int MOST_LOOKED_AT = 1000;

    private final Supplier<Tasks> tasks;

    TaskCompletion(Supplier<Tasks> tasks) {
        this.tasks = tasks;
    }

    /** The result of {@code completion/complete}: ids that begin with what is there, newest first. */
    Map<String, Object> complete(StatelessRequest request) throws ProtocolError {
        Map<?, ?> argument = object(request, "argument");
        Optional<FilmPart> part = part(object(request, "ref"));
        if (!TaskAddress.VARIABLE.equals(argument.get("name"))) {
            throw new ProtocolError(INVALID_PARAMS, "params.argument.name must be " + TaskAddress.VARIABLE);
        }
        if (!(argument.get("value") instanceof String begun)) {
            throw new ProtocolError(INVALID_PARAMS, "params.argument.value must be a string");
        }
        return completion(part, begun.strip().toLowerCase(Locale.ROOT));
    }

    private Map<String, Object> completion(Optional<FilmPart> part, String begun) {
        List<Task> known = tasks.get().list(Optional.empty(), MOST_LOOKED_AT);
        List<String> ids = known.stream()
                .filter(task -> part.isEmpty()
                        || task.outcome().film().flatMap(part.get()::file).isPresent())
                .map(Task::id)
                .filter(id -> id.startsWith(begun))
                .toList();
        Facts facts = new Facts().put("values", ids.subList(0, Math.min(MOST_VALUES, ids.size())));
        boolean all = known.size() < MOST_LOOKED_AT;
        Map<String, Object> completion = (all ? facts.put("total", ids.size()) : facts)
                .put("hasMore", ids.size() > MOST_VALUES || !all)
                .map();
        return new Facts().put("completion", completion).map();
    }

    /** What the template leads to; empty for a task itself. */
    private static Optional<FilmPart> part(Map<?, ?> ref) throws ProtocolError {
        @Nullable Object uri = ref.get("uri");
        if (!"ref/resource".equals(ref.get("type")) || uri == null) {
            throw new ProtocolError(
                    INVALID_PARAMS, "params.ref must be a ref/resource with its uri; there are no others");
        }
        if (uri.equals(TaskAddress.TEMPLATE)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(FilmPart.values())
                .filter(part -> part.template().equals(uri))
                .findFirst()
                .orElseThrow(() -> new ProtocolError(
                        INVALID_PARAMS, "params.ref.uri is none of resources/templates/list", Map.of("uri", uri))));
    }

    private static Map<?, ?> object(StatelessRequest request, String name) throws ProtocolError {
        if (request.params().get(name) instanceof Map<?, ?> object) {
            return object;
        }
        throw new ProtocolError(INVALID_PARAMS, "params." + name + " must be an object");
    }
}
