package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskWatch;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells a client of the changes of tasks until it has enough. */
final class TaskListening {
    /** Each is looked at whenever anything changes. */
    static final int MOST_TASKS = 64;

    private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";
    private static final String META = "_meta";

    private final Supplier<Tasks> tasks;

    TaskListening(Supplier<Tasks> tasks) {
        this.tasks = tasks;
    }

    /**
     * The result of {@code subscriptions/listen}, when the server ends it. Until then nothing is told but changes of
     * the tasks asked for: our lists of tools and resources announce no changes.
     */
    Map<String, Object> listen(StatelessRequest request) throws ProtocolError {
        Map<String, String> wanted = wanted(request.params().get("notifications"));
        try (TaskWatch watch = tasks.get().watch(wanted.keySet())) {
            wanted.keySet().retainAll(watch.ids());
            acknowledge(request, List.copyOf(wanted.values()));
            while (true) {
                Task changed = watch.next();
                request.tell("notifications/resources/updated", of(request, "uri", wanted.get(changed.id())));
            }
        } catch (InterruptedException e) {
            return Map.of(META, subscription(request));
        }
    }

    private static void acknowledge(StatelessRequest request, List<String> uris) {
        Map<String, Object> honoured = uris.isEmpty() ? Map.of() : Map.of("resourceSubscriptions", uris);
        request.tell("notifications/subscriptions/acknowledged", of(request, "notifications", honoured));
    }

    private static Map<String, Object> of(StatelessRequest request, String name, @Nullable Object value) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put(META, subscription(request));
        params.put(name, value);
        return params;
    }

    private static Map<String, Object> subscription(StatelessRequest request) {
        return Map.of(SUBSCRIPTION, request.id());
    }

    /** The URIs of tasks by the tasks' ids; others are left out, as the acknowledgement shows. */
    private static Map<String, String> wanted(@Nullable Object filter) throws ProtocolError {
        if (!(filter instanceof Map<?, ?> members)) {
            throw new ProtocolError(INVALID_PARAMS, "params.notifications must be an object");
        }
        Object uris = members.get("resourceSubscriptions");
        if (uris != null && !(uris instanceof List)) {
            throw new ProtocolError(INVALID_PARAMS, "resourceSubscriptions must be a list of URIs");
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Object uri : uris instanceof List<?> list ? list : List.of()) {
            if (uri instanceof String text && wanted.size() < MOST_TASKS) {
                TaskAddress.id(text).ifPresent(id -> wanted.put(id, text));
            }
        }
        return wanted;
    }
}
