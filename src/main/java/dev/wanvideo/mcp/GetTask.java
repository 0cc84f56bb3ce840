package dev.wanvideo.mcp;

import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The tool {@code get_task}. */
final class GetTask implements Tool {
    private final Supplier<Tasks> tasks;
    private final TaskView view;

    GetTask(Supplier<Tasks> tasks, TaskView view) {
        this.tasks = tasks;
        this.view = view;
    }

    @Override
    public ToolName name() {
        return ToolName.GET_TASK;
    }

    @Override
    public Answer call(Arguments in, ProgressFeed feed) throws InterruptedException {
        GetTaskArguments asked = GetTaskArguments.read(in);
        if (!in.violations().isEmpty()) {
            return Refusals.of(in.violations());
        }
        Optional<Task> task = Waiting.on(tasks.get(), asked.taskId().orElseThrow(), asked.patience(), feed);
        return task.map(found -> answer(found, asked.sheet()))
                .orElseGet(() -> unknown(asked.taskId().orElseThrow()));
    }

    /** The answer about a task that is not there. */
    static Answer unknown(String id) {
        return Refusals.of(
                Refusal.of(Category.NOT_FOUND, "There is no task " + Coercion.excerpt(id) + "."),
                "Call list_tasks to see the tasks there are.");
    }

    private static Optional<FilmLink> link(Task task) {
        return task.outcome()
                .film()
                .map(film -> new FilmLink(
                        TaskAddress.of(task.id(), FilmPart.FILM),
                        Coercion.excerpt(task.request().prompt()),
                        film.bytes()));
    }

    private Answer answer(Task task, boolean sheet) {
        Answer answer = view.answer(task, List.of()).leadingTo(link(task));
        return sheet ? answer.showing(task.outcome().film().flatMap(ContactSheet::inline)) : answer;
    }
}
