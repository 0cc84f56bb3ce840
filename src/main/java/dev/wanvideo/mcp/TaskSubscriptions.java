package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INTERNAL_ERROR;
import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.METHOD_NOT_FOUND;
import static dev.wanvideo.transport.Answer.RESOURCE_NOT_FOUND;

import dev.wanvideo.task.TaskWatch;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.transport.ClientSession;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code resources/subscribe} of clients that began with {@code initialize}: tells their sessions of changes of tasks. */
final class TaskSubscriptions {
    static final String SUBSCRIBE = "resources/subscribe";
    static final String UNSUBSCRIBE = "resources/unsubscribe";

    /** Each keeps a thread until its task is finished. */
    static final int MOST = 32;

    private final Tenancy tasks;
    private final Map<ClientSession, SessionWatches> sessions = new ConcurrentHashMap<>();

    TaskSubscriptions(Tenancy tasks) {
        this.tasks = tasks;
    }

    /** The result of {@code resources/subscribe}; until the task is finished the session is told of its changes. */
    Map<String, Object> subscribe(StatelessRequest request) throws ProtocolError {
        ClientSession session = session(request);
        String uri = uri(request);
        Tasks own = tasks.of(request.principal());
        TaskWatch watch = watch(own, uri);
        if (isFinished(own, watch)) {
            watch.close();
            // It changes no more, and a client that waits for its end would wait in vain.
            SessionWatches.tell(session, uri);
        } else if (!watches(session).begin(uri, watch)) {
            throw new ProtocolError(INTERNAL_ERROR, "Too many subscriptions, at most " + MOST);
        }
        return Map.of();
    }

    private static boolean isFinished(Tasks tasks, TaskWatch watch) {
        try {
            return watch.ids().stream()
                    .flatMap(id -> tasks.find(id).stream())
                    .allMatch(task -> task.status().terminal());
        } catch (RuntimeException e) {
            watch.close();
            throw e;
        }
    }

    /** The result of {@code resources/unsubscribe}. */
    Map<String, Object> unsubscribe(StatelessRequest request) throws ProtocolError {
        SessionWatches watches = sessions.get(session(request));
        String uri = uri(request);
        if (watches != null) {
            watches.end(uri);
        }
        return Map.of();
    }

    private SessionWatches watches(ClientSession session) {
        SessionWatches fresh = new SessionWatches(session);
        SessionWatches known = sessions.putIfAbsent(session, fresh);
        if (known != null) {
            return known;
        }
        session.onEnd(() -> end(session));
        return fresh;
    }

    private void end(ClientSession session) {
        SessionWatches watches = sessions.remove(session);
        if (watches != null) {
            watches.endAll();
        }
    }

    private static TaskWatch watch(Tasks tasks, String uri) throws ProtocolError {
        String id = TaskAddress.id(uri)
                .orElseThrow(() -> new ProtocolError(
                        RESOURCE_NOT_FOUND,
                        "Only tasks change: subscribe to " + TaskAddress.TEMPLATE,
                        Map.of("uri", Coercion.excerpt(uri))));
        TaskWatch watch = tasks.watch(List.of(id));
        if (watch.ids().isEmpty()) {
            watch.close();
            throw new ProtocolError(RESOURCE_NOT_FOUND, "Resource not found", Map.of("uri", Coercion.excerpt(uri)));
        }
        return watch;
    }

    private static ClientSession session(StatelessRequest request) throws ProtocolError {
        return request.session()
                .orElseThrow(() -> new ProtocolError(METHOD_NOT_FOUND, "There is no method " + request.method()));
    }

    private static String uri(StatelessRequest request) throws ProtocolError {
        if (request.params().get("uri") instanceof String uri) {
            return uri;
        }
        throw new ProtocolError(INVALID_PARAMS, "params.uri must be a string");
    }
}
