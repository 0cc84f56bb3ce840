package dev.wanvideo.mcp;

import dev.wanvideo.mcp.CreateArguments.Handling;
import dev.wanvideo.provider.Considered;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.Wish;
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
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tool {@code create_reference_video}. */
final class CreateReferenceVideo implements Tool {
    private static final Logger LOG = LoggerFactory.getLogger(CreateReferenceVideo.class);

    private final Studio studio;
    private final Examiner examiner;
    private final TaskView view;
    private final Consent consent;

    CreateReferenceVideo(Studio studio, TaskView view, Consent consent) {
        this.studio = studio;
        this.examiner = new Examiner(studio);
        this.view = view;
        this.consent = consent;
    }

    @Override
    public ToolName name() {
        return ToolName.CREATE_REFERENCE_VIDEO;
    }

    @Override
    public boolean asks() {
        return consent.asks();
    }

    @Override
    public Reply call(Arguments in, Caller caller) throws InterruptedException {
        CreateArguments asked = CreateArguments.read(in);
        Exam exam = examiner.examine(in, asked, caller.principal());
        if (exam instanceof Exam.Failed failed) {
            return ordered(in, asked, caller).orElseGet(() -> Refusals.of(failed.refusal(), failed.considered()));
        }
        return carryOut(asked, (Exam.Passed) exam, caller);
    }

    /**
     * The task of an order that was placed before. It would be refused by now, if only because its own price is taken
     * from the budget; but whoever asks again wants to know of that task, and not to order something else.
     */
    private Optional<Reply> ordered(Arguments in, CreateArguments asked, Caller caller) {
        if (!in.violations().isEmpty()
                || !asked.castIsWhole()
                || asked.handling().dryRun()) {
            return Optional.empty();
        }
        try {
            Tasks tasks = studio.tasks().of(caller.principal());
            return tasks.existing(asked.handling().requestId(), digest(asked))
                    .filter(CreateOutcome.Existing.class::isInstance)
                    .map(known -> again((CreateOutcome.Existing) known, asked.handling(), caller));
        } catch (RuntimeException e) {
            LOG.debug("Whether the task is there already could not be looked up", e);
            return Optional.empty();
        }
    }

    private Reply carryOut(CreateArguments asked, Exam.Passed exam, Caller caller) throws InterruptedException {
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
        boolean needed = caller.client().takesForms() && consent.isNeeded(plan.quote());
        Optional<CreateOutcome> there = needed
                ? studio.tasks()
                        .of(caller.principal())
                        .existing(asked.handling().requestId(), digest(asked))
                : Optional.empty();
        if (there.isPresent()) {
            return answer(asked, plan, there.get(), caller);
        }
        Consent.Verdict verdict = verdict(asked, plan, needed, caller);
        if (verdict instanceof Consent.Verdict.Given given) {
            return submit(asked, request, plan, given.wish(), exam.findings(), caller);
        }
        return verdict instanceof Consent.Verdict.Asked open
                ? open.question()
                : ((Consent.Verdict.Withheld) verdict).answer();
    }

    /** Nobody is asked through a client that cannot ask. */
    private Consent.Verdict verdict(CreateArguments asked, Plan plan, boolean needed, Caller caller) {
        if (needed) {
            return consent.verdict(plan, asked.request(), asked.wish(), caller.round());
        }
        return new Consent.Verdict.Given(caller.client().takesForms() ? consent.unasked(asked.wish()) : asked.wish());
    }

    private Reply submit(
            CreateArguments asked,
            ReferenceVideoRequest request,
            Plan plan,
            Wish wish,
            MediaFindings findings,
            Caller caller)
            throws InterruptedException {
        Optional<String> key = asked.handling().requestId();
        NewTask wanted = new NewTask(request, digest(asked), plan, key, plan.warnings(), wish, findings);
        Tasks tasks = studio.tasks().of(caller.principal());
        CreateOutcome outcome;
        try {
            outcome = tasks.create(wanted);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (CancellationException e) {
            throw new InterruptedException();
        } catch (RuntimeException e) {
            LOG.error(
                    "A task may or may not have been stored; the caller is told to look, the log level debug tells why");
            LOG.debug("The cause", e);
            return Unclear.creation();
        }
        return answer(asked, plan, outcome, caller);
    }

    private Reply answer(CreateArguments asked, Plan plan, CreateOutcome outcome, Caller caller) {
        if (outcome instanceof CreateOutcome.Conflict conflict) {
            return Refusals.of(conflict.refusal());
        }
        if (outcome instanceof CreateOutcome.Existing existing) {
            return again(existing, asked.handling(), caller);
        }
        Task task = ((CreateOutcome.Created) outcome).task();
        List<Considered> considered = asked.wish().auto() ? plan.considered() : List.of();
        return told(task, asked.handling(), caller, List.of(), considered);
    }

    /**
     * A film that was there. Only who named it by its key may follow it as a task: anybody else would take it for a new
     * one, and might cancel it as such.
     */
    private Reply again(CreateOutcome.Existing existing, Handling handling, Caller caller) {
        List<String> why = List.of(existing.why());
        return handling.requestId().isPresent()
                ? told(existing.task(), handling, caller, why, List.of())
                : answered(existing.task(), handling, caller, why, List.of());
    }

    private Reply told(
            Task task, Handling handling, Caller caller, List<String> warnings, List<Considered> considered) {
        if (caller.client().runsTasks() && !task.status().terminal()) {
            return new InTheMaking(task);
        }
        return answered(task, handling, caller, warnings, considered);
    }

    private Answer answered(
            Task task, Handling handling, Caller caller, List<String> warnings, List<Considered> considered) {
        return view.answer(waited(task, handling.patience(), caller), warnings, considered, caller.client());
    }

    /** The task after the wait; however the wait ends, the caller gets the id of what was made. */
    private Task waited(Task task, Duration patience, Caller caller) {
        if (patience.isZero()) {
            return task;
        }
        try {
            return Waiting.on(studio.tasks().of(caller.principal()), task.id(), patience, caller)
                    .orElse(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return task;
        } catch (RuntimeException e) {
            LOG.warn("The wait for {} broke off; the task itself goes on, the log level debug tells why", task.id());
            LOG.debug("The cause", e);
            return task;
        }
    }

    private static String digest(CreateArguments asked) {
        return RequestDigest.of(asked.request(), asked.wish().provider());
    }

    /** Not zero: one host begins at one, and a seed should be good at all of them. */
    private ReferenceVideoRequest seeded(ReferenceVideoRequest request) {
        return request.seed().isPresent()
                ? request
                : request.withSeed(studio.random().nextLong(1, Wan27.SEED.max() + 1));
    }
}
