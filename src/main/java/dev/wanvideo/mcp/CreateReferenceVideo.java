package dev.wanvideo.mcp;

import dev.wanvideo.mcp.CreateArguments.Handling;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.task.CreateOutcome;
import dev.wanvideo.task.NewTask;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Wan27;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tool {@code create_reference_video}. */
final class CreateReferenceVideo implements Tool {
    private static final Logger LOG = LoggerFactory.getLogger(CreateReferenceVideo.class);

    private final Studio studio;
    private final Examiner examiner;
    private final TaskView view;

    CreateReferenceVideo(Studio studio, TaskView view) {
        this.studio = studio;
        this.examiner = new Examiner(studio);
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
            return ordered(in, asked, feed).orElseGet(() -> Refusals.of(failed.refusal(), failed.considered()));
        }
        return carryOut(asked, (Exam.Passed) exam, feed);
    }

    /**
     * The task of an order that was placed before. It would be refused by now, if only because its own price is taken
     * from the budget; but whoever asks again wants to know of that task, and not to order something else.
     */
    private Optional<Answer> ordered(Arguments in, CreateArguments asked, ProgressFeed feed) {
        if (!in.violations().isEmpty()
                || !asked.castIsWhole()
                || asked.handling().dryRun()) {
            return Optional.empty();
        }
        try {
            Tasks tasks = studio.tasks().get();
            return tasks.existing(
                            asked.handling().requestId(),
                            RequestDigest.of(asked.request(), asked.wish().provider()))
                    .map(known -> view.answer(
                            waited(tasks, known.task(), asked.handling().patience(), feed), List.of(known.why())));
        } catch (RuntimeException e) {
            LOG.debug("Whether the task is there already could not be looked up", e);
            return Optional.empty();
        }
    }

    private Answer carryOut(CreateArguments asked, Exam.Passed exam, ProgressFeed feed) {
        Plan planned = exam.plan();
        ReferenceVideoRequest request = seeded(asked.request());
        Plan plan = new Plan(
                planned.provider(),
                planned.quote(),
                planned.considered(),
                studio.planner().hosts().outgoing(planned.provider(), request, exam.findings()),
                exam.warnings());
        if (asked.handling().dryRun()) {
            return PlanView.dryRun(plan, request.seed(), plan.warnings());
        }
        return submit(asked, request, plan, exam.findings(), feed);
    }

    private Answer submit(
            CreateArguments asked,
            ReferenceVideoRequest request,
            Plan plan,
            MediaFindings findings,
            ProgressFeed feed) {
        Handling handling = asked.handling();
        String digest = RequestDigest.of(asked.request(), asked.wish().provider());
        NewTask wanted =
                new NewTask(request, digest, plan, handling.requestId(), plan.warnings(), asked.wish(), findings);
        Tasks tasks = studio.tasks().get();
        CreateOutcome outcome;
        try {
            outcome = tasks.create(wanted);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "A task may or may not have been stored; the caller is told to look, the log level debug tells why");
            LOG.debug("The cause", e);
            return Unclear.creation();
        }
        return answer(asked, plan, outcome, task -> waited(tasks, task, handling.patience(), feed));
    }

    private Answer answer(CreateArguments asked, Plan plan, CreateOutcome outcome, UnaryOperator<Task> wait) {
        if (outcome instanceof CreateOutcome.Conflict conflict) {
            return Refusals.of(conflict.refusal());
        }
        if (outcome instanceof CreateOutcome.Existing existing) {
            return view.answer(wait.apply(existing.task()), List.of(existing.why()));
        }
        Task task = wait.apply(((CreateOutcome.Created) outcome).task());
        return view.answer(task, List.of(), asked.wish().auto() ? plan.considered() : List.of());
    }

    /** The task after the wait; however the wait ends, the caller gets the id of what was made. */
    private static Task waited(Tasks tasks, Task task, Duration patience, ProgressFeed feed) {
        if (patience.isZero()) {
            return task;
        }
        try {
            return Waiting.on(tasks, task.id(), patience, feed).orElse(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return task;
        } catch (RuntimeException e) {
            LOG.warn("The wait for {} broke off; the task itself goes on, the log level debug tells why", task.id());
            LOG.debug("The cause", e);
            return task;
        }
    }

    /** Not zero: one host begins at one, and a seed should be good at all of them. */
    private ReferenceVideoRequest seeded(ReferenceVideoRequest request) {
        return request.seed().isPresent()
                ? request
                : request.withSeed(studio.random().nextLong(1, Wan27.SEED.max() + 1));
    }
}
