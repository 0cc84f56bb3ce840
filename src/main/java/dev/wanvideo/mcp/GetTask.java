package dev.wanvideo.mcp;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Refusal;
import java.util.Optional;

/** The tool {@code get_task}. */
final class GetTask implements Tool {
    private final Tenancy tasks;
    private final FilmAnswers films;

    GetTask(Tenancy tasks, FilmAnswers films) {
        this.tasks = tasks;
        this.films = films;
    }

    @Override
    public ToolName name() {
        return ToolName.GET_TASK;
    }

    @Override
    public Answer call(Arguments in, Caller caller) throws InterruptedException {
        GetTaskArguments asked = GetTaskArguments.read(in);
        if (!in.violations().isEmpty()) {
            return Refusals.of(in.violations());
        }
        Optional<Task> task =
                Waiting.on(tasks.of(caller.principal()), asked.taskId().orElseThrow(), asked.patience(), caller);
        return task.map(found -> films.answer(found, asked.sheet(), caller.client()))
                .orElseGet(() -> unknown(asked.taskId().orElseThrow()));
    }

    /** The answer about a task that is not there. */
    static Answer unknown(String id) {
        return Refusals.of(
                Refusal.of(Category.NOT_FOUND, "There is no task " + Coercion.excerpt(id) + "."),
                "Call list_tasks to see the tasks there are.");
    }
}
