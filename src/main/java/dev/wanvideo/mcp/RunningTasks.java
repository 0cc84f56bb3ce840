package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.MISSING_CLIENT_CAPABILITY;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The extension {@code io.modelcontextprotocol/tasks}: a client that declares it gets a film in the making instead of an
 * answer, and follows it by itself. Its tasks are our rows, so that any process of the home answers for them.
 *
 * <p>Source: https://github.com/modelcontextprotocol/ext-tasks, specification/draft/tasks.md, read 2026-11-21.
 */
final class RunningTasks {
    static final String GET = "tasks/get";
    static final String UPDATE = "tasks/update";
    static final String CANCEL = "tasks/cancel";

    private static final String EXTENSION = "io.modelcontextprotocol/tasks";
    private static final String EXTENSIONS = "extensions";
    private static final int SLOWEST_LOOK_MS = 5_000;
    private static final int QUICKEST_LOOK_MS = 1_000;

    private final Tenancy tasks;
    private final FilmAnswers films;

    RunningTasks(Tenancy tasks, FilmAnswers films) {
        this.tasks = tasks;
        this.films = films;
    }

    /** Whether the client behind this request follows tasks. */
    static boolean followedBy(StatelessRequest request) {
        return request.capabilities().get(EXTENSIONS) instanceof Map<?, ?> declared && declared.containsKey(EXTENSION);
    }

    /** @throws ProtocolError unless the client behind this request follows tasks */
    static void demand(StatelessRequest request) throws ProtocolError {
        if (!followedBy(request)) {
            throw new ProtocolError(
                    MISSING_CLIENT_CAPABILITY,
                    "This method is for clients that declare the extension " + EXTENSION,
                    Map.of("requiredCapabilities", Map.of(EXTENSIONS, Map.of(EXTENSION, Map.of()))));
        }
    }

    /** The result of a call that ordered this film. */
    Map<String, Object> begun(Task task) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("resultType", "task");
        result.putAll(standing(task));
        return result;
    }

    /** The result of {@code tasks/get}: how the task stands, and at its end what the call that ordered it comes to. */
    Map<String, Object> get(StatelessRequest request) throws ProtocolError {
        return detailed(known(request), Client.unknown(request.principal()));
    }

    /**
     * The result of {@code tasks/update}. A film asks nothing once it is ordered, so that there is nothing for which an
     * answer could be meant.
     */
    Map<String, Object> update(StatelessRequest request) throws ProtocolError {
        known(request);
        if (!(request.params().get("inputResponses") instanceof Map)) {
            throw new ProtocolError(INVALID_PARAMS, "params.inputResponses must be an object");
        }
        return Map.of();
    }

    /** The result of {@code tasks/cancel}; whether the film could be stopped shows in how it stands afterwards. */
    Map<String, Object> cancel(StatelessRequest request) throws ProtocolError {
        tasks.of(request.principal()).cancel(known(request).id());
        return Map.of();
    }

    /** The task as the extension writes it to this client, with its result when it has one. */
    Map<String, Object> detailed(Task task, Client client) {
        Map<String, Object> facts = standing(task);
        if (task.status() == TaskStatus.SUCCEEDED || task.status() == TaskStatus.FAILED) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("resultType", "complete");
            result.putAll(films.ending(task, client).resultFacts());
            facts.put("result", result);
        }
        return facts;
    }

    private Task known(StatelessRequest request) throws ProtocolError {
        demand(request);
        if (!(request.params().get("taskId") instanceof String id)) {
            throw new ProtocolError(INVALID_PARAMS, "params.taskId must be a string");
        }
        return tasks.of(request.principal())
                .find(id)
                .orElseThrow(() -> new ProtocolError(INVALID_PARAMS, "There is no task " + Coercion.excerpt(id)));
    }

    private static Map<String, Object> standing(Task task) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("taskId", task.id());
        facts.put("status", word(task.status()));
        facts.put("statusMessage", message(task));
        facts.put("createdAt", task.times().created().toString());
        facts.put("lastUpdatedAt", task.times().updated().toString());
        // Rows are kept until a person deletes them.
        facts.put("ttlMs", null);
        facts.put("pollIntervalMs", pollInterval(task));
        return facts;
    }

    /** The extension's own "failed" is for calls that ended in an error of the protocol, which no film does. */
    private static String word(TaskStatus status) {
        return switch (status) {
            case QUEUED, PREPARING, SUBMITTING, SUBMISSION_UNKNOWN, RUNNING, DOWNLOADING -> "working";
            case SUCCEEDED, FAILED -> "completed";
            case CANCELLED -> "cancelled";
        };
    }

    private static String message(Task task) {
        String price = ". Price: " + Money.price(task.cost().quote()) + ". " + Money.charge(task.cost());
        return TaskView.progress(task)
                + price
                + (task.status() == TaskStatus.SUBMISSION_UNKNOWN ? " " + NextStep.after(task) : "");
    }

    /** Towards the end more often, so that a finished film is not left lying. */
    private static int pollInterval(Task task) {
        int left = task.advance().etaSeconds().orElse(SLOWEST_LOOK_MS / 100);
        return Math.min(SLOWEST_LOOK_MS, Math.max(QUICKEST_LOOK_MS, left * 100));
    }
}
