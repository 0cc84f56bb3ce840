package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedJobs.Job;
import dev.wanvideo.provider.EmulatedJobs.Order;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import dev.wanvideo.sandbox.Fault.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes jobs on, has their films drawn, and notes their ends; one timer serves them all. */
final class Workshop {
    private final SandboxSettings settings;
    private final SandboxBooks books;
    private final Faults faults;
    private final Films films;
    private final ScheduledExecutorService timer;
    private final Journal journal;
    private final Clock clock;
    private final Bell bell;

    Workshop(
            SandboxSettings settings,
            SandboxBooks books,
            Faults faults,
            Films films,
            ScheduledExecutorService timer,
            Journal journal,
            Clock clock) {
        this.settings = settings;
        this.books = books;
        this.faults = faults;
        this.films = films;
        this.timer = timer;
        this.journal = journal;
        this.clock = clock;
        this.bell = new Bell(timer, this::now);
    }

    Bell bell() {
        return bell;
    }

    SandboxFiles files() {
        return books.files();
    }

    SandboxBooks books() {
        return books;
    }

    /** Millis are what a film's end is told in; a job must not be due between two of them. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Work draft(Work.Ticket ticket, Order order, String body) {
        return new Work(ticket, order, body, settings.paceOf(ticket.provider()), films.url(ticket.id()));
    }

    void take(Work work) {
        books.take(work);
        meetFaults(work);
        journal.accepted(work);
        work.ended().thenAccept(phase -> journal.ended(work, phase));
        films.draw(work).whenComplete((film, failure) -> {
            if (failure == null) {
                work.film().complete(film);
            } else {
                work.film().completeExceptionally(failure);
            }
        });
        watch(work);
    }

    /** Looks at a job, which may catch a fault by it; one that was seen to end can only vanish. */
    Job look(Work work, Instant at) {
        meetFaults(work);
        Job job = work.look(at);
        if (over(job.phase())) {
            work.ended().complete(job.phase());
        }
        return job;
    }

    private void meetFaults(Work work) {
        boolean open = !work.ended().isDone();
        work.fate().meet(work.provider(), faults, f -> f == Fault.VANISH || open && f.stage() == Stage.JOB);
    }

    private void watch(Work work) {
        long wait = Math.max(1, Duration.between(now(), work.due()).toMillis());
        timer.schedule(() -> work.film().whenComplete((film, failure) -> end(work)), wait, TimeUnit.MILLISECONDS);
    }

    private void end(Work work) {
        if (!over(look(work, now()).phase()) && !work.fate().has(Fault.UNKNOWN_STATUS_FOR_EVER)) {
            // The clock was set back meanwhile.
            watch(work);
        }
    }

    private static boolean over(Phase phase) {
        return switch (phase) {
            case WAITING, WORKING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
