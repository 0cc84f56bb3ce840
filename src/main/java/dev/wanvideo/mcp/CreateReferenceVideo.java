package dev.wanvideo.mcp;

import dev.wanvideo.mcp.CreateArguments.Handling;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.task.CreateOutcome;
import dev.wanvideo.task.NewTask;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Wan27;
import java.util.ArrayList;
import java.util.List;

/** The tool {@code create_reference_video}. */
final class CreateReferenceVideo implements Tool {
    private final Studio studio;
    private final Examiner examiner;
    private final TaskView view;

    CreateReferenceVideo(Studio studio, TaskView view) {
        this.studio = studio;
        this.examiner = new Examiner(studio.planner(), studio.references());
        this.view = view;
    }

    @Override
    public ToolName name() {
        return ToolName.CREATE_REFERENCE_VIDEO;
    }

    @Override
    public Answer call(Arguments in, ProgressFeed feed) throws InterruptedException {
        CreateArguments asked = CreateArguments.read(in);
        Exam exam = examiner.examine(in, asked);
        if (exam instanceof Exam.Failed failed) {
            return Refusals.of(failed.refusal(), failed.considered());
        }
        return carryOut(asked, (Exam.Passed) exam, feed);
    }

    private Answer carryOut(CreateArguments asked, Exam.Passed exam, ProgressFeed feed) throws InterruptedException {
        Plan planned = exam.plan();
        ReferenceVideoRequest request = seeded(asked.request());
        Plan plan = new Plan(
                planned.provider(),
                planned.quote(),
                planned.considered(),
                planned.provider().request(request),
                warnings(asked, exam));
        if (asked.handling().dryRun()) {
            return PlanView.dryRun(plan, request.seed(), plan.warnings());
        }
        return submit(asked, request, plan, feed);
    }

    private Answer submit(CreateArguments asked, ReferenceVideoRequest request, Plan plan, ProgressFeed feed)
            throws InterruptedException {
        Handling handling = asked.handling();
        String digest = RequestDigest.of(asked.request(), asked.wish().provider(), handling.fixMedia());
        Tasks tasks = studio.tasks().get();
        CreateOutcome outcome = tasks.create(new NewTask(request, digest, plan, handling.requestId(), plan.warnings()));
        if (outcome instanceof CreateOutcome.Conflict conflict) {
            return Refusals.of(conflict.refusal());
        }
        if (outcome instanceof CreateOutcome.Existing existing) {
            Task task = waited(tasks, existing.task(), handling, feed);
            return view.answer(task, List.of(existing.why()));
        }
        Task task = waited(tasks, ((CreateOutcome.Created) outcome).task(), handling, feed);
        return view.answer(task, List.of(), asked.wish().auto() ? plan.considered() : List.of());
    }

    private static Task waited(Tasks tasks, Task task, Handling handling, ProgressFeed feed)
            throws InterruptedException {
        return handling.patience().isZero()
                ? task
                : Waiting.on(tasks, task.id(), handling.patience(), feed).orElse(task);
    }

    private ReferenceVideoRequest seeded(ReferenceVideoRequest request) {
        return request.seed().isPresent()
                ? request
                : request.withSeed(studio.random().nextLong(Wan27.SEED.min(), Wan27.SEED.max() + 1));
    }

    private static List<String> warnings(CreateArguments asked, Exam.Passed exam) {
        if (!asked.handling().fixMedia()) {
            return exam.warnings();
        }
        List<String> warnings = new ArrayList<>(exam.warnings());
        warnings.add("fix_media: every medium was accepted as it is, so nothing had to be mended.");
        return warnings;
    }
}
