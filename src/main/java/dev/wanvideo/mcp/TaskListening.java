package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskWatch;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a client of the changes of tasks until it has enough. */
final class TaskListening {
    /** Each is looked at whenever anything changes. */
    static final int MOST_TASKS = 64;

    private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";
    private static final String URIS = "resourceSubscriptions";
    private static final String TASK_IDS = "taskIds";
    private static final String META = "_meta";

    private final Tenancy tasks;
    private final RunningTasks running;

    TaskListening(Tenancy tasks, RunningTasks running) {
        this.tasks = tasks;
        this.running = running;
    }

    /**
     * The result of {@code subscriptions/listen}, when the server ends it. Until then nothing is told but changes of
     * the tasks asked for: our lists of tools and resources announce no changes.
     */
    Map<String, Object> listen(StatelessRequest request) throws ProtocolError {
        Map<?, ?> filter = filter(request);
        Map<String, String> uris = uris(filter);
        Set<String> followed = followed(filter, request);
        Set<String> all = new LinkedHashSet<>(uris.keySet());
        all.addAll(followed);
        try (TaskWatch watch = tasks.of(request.principal()).watch(all)) {
            uris.keySet().retainAll(watch.ids());
            followed.retainAll(watch.ids());
            acknowledge(request, List.copyOf(uris.values()), List.copyOf(followed));
            followed.forEach(id -> tellFinished(request, id));
            while (true) {
                Task changed = watch.next();
                if (uris.containsKey(changed.id())) {
                    request.tell("notifications/resources/updated", of(request, "uri", uris.get(changed.id())));
                }
                if (followed.contains(changed.id())) {
                    tell(request, changed);
                }
            }
        } catch (InterruptedException e) {
            return Map.of(META, subscription(request));
        }
    }

    /** A task that is finished by now changes no more, and its client would wait in vain. */
    private void tellFinished(StatelessRequest request, String id) {
        tasks.of(request.principal())
                .find(id)
                .filter(task -> task.status().terminal())
                .ifPresent(task -> tell(request, task));
    }

    private void tell(StatelessRequest request, Task task) {
        Map<String, Object> params = new LinkedHashMap<>(running.detailed(task, Client.unknown(request.principal())));
        params.put(META, subscription(request));
        request.tell("notifications/tasks", params);
    }

    private static void acknowledge(StatelessRequest request, List<String> uris, List<String> followed) {
        Map<String, Object> honoured = new LinkedHashMap<>();
        if (!uris.isEmpty()) {
            honoured.put(URIS, uris);
        }
        if (!followed.isEmpty()) {
            honoured.put(TASK_IDS, followed);
        }
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

    private static Map<?, ?> filter(StatelessRequest request) throws ProtocolError {
        if (request.params().get("notifications") instanceof Map<?, ?> filter) {
            return filter;
        }
        throw new ProtocolError(INVALID_PARAMS, "params.notifications must be an object");
    }

    /** The URIs of tasks by the tasks' ids; others are left out, as the acknowledgement shows. */
    private static Map<String, String> uris(Map<?, ?> filter) throws ProtocolError {
        Map<String, String> uris = new LinkedHashMap<>();
        for (Object uri : list(filter, URIS)) {
            if (uri instanceof String text && uris.size() < MOST_TASKS) {
                TaskAddress.id(text).ifPresent(id -> uris.put(id, text));
            }
        }
        return uris;
    }

    private static Set<String> followed(Map<?, ?> filter, StatelessRequest request) throws ProtocolError {
        Set<String> followed = new LinkedHashSet<>();
        for (Object id : list(filter, TASK_IDS)) {
            RunningTasks.demand(request);
            if (id instanceof String text && followed.size() < MOST_TASKS) {
                followed.add(text);
            }
        }
        return followed;
    }

    private static List<?> list(Map<?, ?> filter, String name) throws ProtocolError {
        Object value = filter.get(name);
        if (value != null && !(value instanceof List)) {
            throw new ProtocolError(
                    INVALID_PARAMS, name + " must be a list of " + (name.equals(URIS) ? "URIs" : "task ids"));
        }
        return value instanceof List<?> list ? list : List.of();
    }
}
