package dev.wanvideo.mcp;

import dev.wanvideo.task.CancelOutcome;
import dev.wanvideo.task.Tenancy;
import java.util.List;
import java.util.Optional;

/** The tool {@code cancel_task}. */
final class CancelTask implements Tool {
    private final Tenancy tasks;
    private final TaskView view;

    CancelTask(Tenancy tasks, TaskView view) {
        this.tasks = tasks;
        this.view = view;
    }

    @Override
    public ToolName name() {
        return ToolName.CANCEL_TASK;
    }

    @Override
    public Answer call(Arguments in, Caller caller) {
        Optional<String> id = in.required("task_id", TaskId.LIMIT).map(String::strip);
        in.refuseUnknown();
        if (!in.violations().isEmpty()) {
            return Refusals.of(in.violations());
        }
        return tasks.of(caller.principal())
                .cancel(id.orElseThrow())
                .map(outcome -> answer(outcome, caller.client()))
                .orElseGet(() -> GetTask.unknown(id.orElseThrow()));
    }

    private Answer answer(CancelOutcome outcome, Client client) {
        return view.answer(outcome.task(), List.of(outcome.sentence()), client);
    }
}
