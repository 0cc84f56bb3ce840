package dev.wanvideo.mcp;

import dev.wanvideo.task.Film;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.task.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tool {@code list_tasks}. */
final class ListTasks implements Tool {
    private final Tenancy tasks;

    ListTasks(Tenancy tasks) {
        this.tasks = tasks;
    }

    @Override
    public ToolName name() {
        return ToolName.LIST_TASKS;
    }

    @Override
    public Answer call(Arguments in, Caller caller) {
        Optional<TaskStatus> status = in.choice("status", List.of(TaskStatus.values()), TaskStatus::word);
        int limit = in.within("limit", 1, Limits.LISTED, Limits.USUALLY_LISTED);
        in.refuseUnknown();
        if (!in.violations().isEmpty()) {
            return Refusals.of(in.violations());
        }
        return answer(tasks.of(caller.principal()).list(status, limit), caller.client());
    }

    private static Answer answer(List<Task> found, Client client) {
        String next = found.isEmpty() ? NextStep.MAKE_ONE : "Call get_task with a task_id to see more.";
        String lines = found.isEmpty()
                ? "No such tasks."
                : found.stream().map(task -> line(task, client)).collect(Collectors.joining("\n"));
        return Answer.of(
                lines + "\nNext: " + next,
                new Facts()
                        .put(
                                "tasks",
                                found.stream().map(task -> facts(task, client)).toList())
                        .put("next_step", next)
                        .map());
    }

    private static String line(Task task, Client client) {
        return task.id() + ": " + TaskView.progress(task) + ", " + task.times().created() + ", \""
                + Coercion.excerpt(task.request().prompt()) + "\""
                + FilmPlace.of(task, FilmPart.FILM, client)
                        .map(film -> ", " + film)
                        .orElse("");
    }

    private static Map<String, Object> facts(Task task, Client client) {
        return new Facts()
                .put("task_id", task.id())
                .put("status", task.status().word())
                .put("provider", task.provider())
                .put("created_at", task.times().created().toString())
                .put("prompt", Coercion.excerpt(task.request().prompt()))
                .put(
                        "path",
                        task.outcome()
                                .film()
                                .filter(film -> client.sharesDisk())
                                .map(Film::place))
                .map();
    }
}
